import type { Locale } from '#platform/pure/locale.ts'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Credentials } from '../domain/credentials.ts'
import { identityTexts } from '../texts.ts'
import { LanguageField } from './language-field.tsx'
import { sentencesOf } from './problem-sentence.ts'

type Refusal = RefusedForm | undefined
type Ways = Pick<Credentials, 'hasPassword'>

export function ProfileSection({ name, locale, refusal }: { name: string; locale: Locale; refusal: Refusal }) {
  const texts = useCatalogue(identityTexts)
  return (
    <Section title={texts.account.profile}>
      <Form id="profile" values={refusal?.values} errors={refusal && sentencesOf(texts, refusal.problems, 'required')}>
        <HiddenField name="intent" value="profile" />
        <TextField name="name" label={texts.account.name} defaultValue={name} autoComplete="name" required />
        <LanguageField label={texts.account.language} locale={locale} />
        <Actions>
          <Button kind="main">{texts.account.save}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

export function PasswordSection({ credentials, refusal }: { credentials: Ways; refusal: Refusal }) {
  const texts = useCatalogue(identityTexts)
  return (
    <Section title={texts.account.passwordTitle} note={texts.account.passwordNote}>
      <p>{credentials.hasPassword ? texts.account.hasPassword : texts.account.hasNoPassword}</p>
      <Form id="password" errors={refusal && sentencesOf(texts, refusal.problems, 'password_wrong')}>
        <HiddenField name="intent" value="password" />
        {credentials.hasPassword && (
          <TextField
            name="current"
            type="password"
            label={texts.account.current}
            hint={texts.account.currentHint}
            autoComplete="current-password"
          />
        )}
        <TextField
          name="wanted"
          type="password"
          label={texts.account.wanted}
          hint={texts.account.wantedHint}
          autoComplete="new-password"
          required
        />
        <Actions>
          <Button>{texts.account.setPassword}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
