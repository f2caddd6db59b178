import { Form as PlainForm, href } from 'react-router'
import type { Locale } from '#platform/pure/locale.ts'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Credentials, OwnPasskey } from '../domain/credentials.ts'
import { identityTexts } from '../texts.ts'
import { LanguageField } from './language-field.tsx'
import { PasskeyAddition } from './passkey-addition.tsx'
import { sentencesOf } from './problem-sentence.ts'
import styles from './sign-in.module.css'

type Refusal = RefusedForm | undefined
type Ways = Pick<Credentials, 'hasPassword' | 'hasSecondFactor'>

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

export function PasskeySection({ passkeys }: { passkeys: readonly OwnPasskey[] }) {
  const texts = useCatalogue(identityTexts)
  return (
    <Section title={texts.account.passkeys} note={texts.account.passkeysNote}>
      {passkeys.length === 0 && <p>{texts.account.noPasskey}</p>}
      {passkeys.length > 0 && (
        <PlainForm method="post">
          <input type="hidden" name="intent" value="forgetPasskey" />
          <ul className={styles.people}>
            {passkeys.map(({ id, name }) => (
              <li key={id} className={styles.person}>
                <span className={styles.name}>{name ?? texts.account.passkeyUnnamed}</span>
                <Button kind="danger" name="id" value={id} aria-label={texts.account.forgetPasskey(name ?? texts.account.passkeyUnnamed)}>
                  {texts.account.forget}
                </Button>
              </li>
            ))}
          </ul>
        </PlainForm>
      )}
      <PasskeyAddition />
    </Section>
  )
}

export function FactorSection({ credentials, refusal }: { credentials: Ways; refusal: Refusal }) {
  const texts = useCatalogue(identityTexts)
  return (
    <Section title={texts.account.factor} note={texts.account.factorNote}>
      <p>{credentials.hasSecondFactor ? texts.account.factorOn : texts.account.factorOff}</p>
      {!credentials.hasSecondFactor && (
        <Actions>
          <ButtonLink to={href('/compte/second-facteur')}>{texts.account.setUpFactor}</ButtonLink>
        </Actions>
      )}
      {credentials.hasSecondFactor && (
        <Dialog trigger={texts.account.endFactor} triggerKind="danger" title={texts.account.endFactor} defaultOpen={refusal !== undefined}>
          <Form id="factor" errors={refusal && sentencesOf(texts, refusal.problems, 'factor_refused')}>
            <HiddenField name="intent" value="endFactor" />
            <TextField
              name="code"
              label={texts.account.endFactorCode}
              autoComplete="one-time-code"
              spellCheck={false}
              width="short"
              required
            />
            {credentials.hasPassword && (
              <TextField name="password" type="password" label={texts.account.current} autoComplete="current-password" required />
            )}
            <Actions>
              <Button kind="danger">{texts.account.endFactor}</Button>
            </Actions>
          </Form>
        </Dialog>
      )}
    </Section>
  )
}
