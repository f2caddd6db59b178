import { href } from 'react-router'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import { identityTexts } from '../texts.ts'
import { PasskeySignIn } from './passkey-sign-in.tsx'
import { sentencesOf } from './problem-sentence.ts'
import styles from './sign-in.module.css'

/** Every way in, the simplest first. One form holds address, code and password, so that nothing is typed twice. */
export function SignInWays({
  next,
  providerLabel,
  refusal,
}: {
  next: string
  providerLabel: string | null
  refusal: RefusedForm | undefined
}) {
  const texts = useCatalogue(identityTexts)
  const hasTriedPassword = refusal?.values.intent === 'password'
  return (
    <>
      <Section title={texts.signIn.byMail} note={texts.signIn.sendCodeHint}>
        <Form values={refusal?.values} errors={refusal && sentencesOf(texts, refusal.problems, 'sign_in_refused')}>
          <TextField name="email" type="email" label={texts.email} autoComplete="username" spellCheck={false} required />
          <Actions>
            <Button kind="main" name="intent" value="code">
              {texts.signIn.sendCode}
            </Button>
          </Actions>
          <details className={styles.password} open={hasTriedPassword}>
            <summary>{texts.signIn.withPassword}</summary>
            <div className={styles.more}>
              <TextField name="password" type="password" label={texts.password} autoComplete="current-password" />
              <Actions>
                <Button name="intent" value="password">
                  {texts.signIn.byPassword}
                </Button>
              </Actions>
            </div>
          </details>
        </Form>
      </Section>
      <OtherWays next={next} providerLabel={providerLabel} />
    </>
  )
}

function OtherWays({ next, providerLabel }: { next: string; providerLabel: string | null }) {
  const texts = useCatalogue(identityTexts)
  return (
    <Section title={texts.signIn.otherWays}>
      <div className={styles.ways}>
        {providerLabel && (
          <div className={styles.way}>
            <ButtonLink to={`${href('/connexion/fournisseur')}?next=${encodeURIComponent(next)}`} download>
              {texts.signIn.byProvider(providerLabel)}
            </ButtonLink>
            <p>{texts.signIn.providerHint}</p>
          </div>
        )}
        <PasskeySignIn next={next} />
      </div>
    </Section>
  )
}
