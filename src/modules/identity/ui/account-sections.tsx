import type { Locale } from '#platform/pure/locale.ts'
import type { RefusedForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Credentials } from '../domain/credentials.ts'
import { identityTexts } from '../texts.ts'
import { AccountForm } from './account-form.tsx'
import { LanguageField } from './language-field.tsx'

type Refusal = RefusedForm | undefined
type Ways = Pick<Credentials, 'hasPassword'>

export function ProfileSection({ name, locale, refusal }: { name: string; locale: Locale; refusal: Refusal }) {
  const texts = useCatalogue(identityTexts)
  return (
    <Section title={texts.account.profile}>
      <AccountForm
        intent="profile"
        submit={texts.account.save}
        kind="main"
        values={refusal?.values}
        problems={refusal?.problems}
        otherwise="required"
      >
        <TextField name="name" label={texts.account.name} defaultValue={name} autoComplete="name" required />
        <LanguageField label={texts.account.language} locale={locale} />
      </AccountForm>
    </Section>
  )
}

export function PasswordSection({ credentials, refusal }: { credentials: Ways; refusal: Refusal }) {
  const texts = useCatalogue(identityTexts)
  return (
    <Section title={texts.account.passwordTitle} note={texts.account.passwordNote}>
      <p>{credentials.hasPassword ? texts.account.hasPassword : texts.account.hasNoPassword}</p>
      <AccountForm intent="password" submit={texts.account.setPassword} problems={refusal?.problems} otherwise="password_wrong">
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
      </AccountForm>
    </Section>
  )
}
