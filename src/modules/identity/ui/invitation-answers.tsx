import { href } from 'react-router'
import type { Locale } from '#platform/pure/locale.ts'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import { identityTexts } from '../texts.ts'
import { LanguageField } from './language-field.tsx'
import { sentencesOf } from './problem-sentence.ts'

type Refusal = RefusedForm | undefined

/** The link no longer opens anything, and why. */
export function ClosedInvitation({ reason }: { reason: 'accepted' | 'withdrawn' | 'expired' | 'unknown' }) {
  const texts = useCatalogue(identityTexts)
  return (
    <Page title={texts.invitation.closedTitle} lead={texts.invitation.closed[reason]}>
      <Actions>
        <ButtonLink to={href('/connexion')}>{texts.invitation.toSignIn}</ButtonLink>
      </Actions>
    </Page>
  )
}

export function JoinWithAccount({ name, refusal }: { name: string; refusal: Refusal }) {
  const texts = useCatalogue(identityTexts)
  return (
    <Form errors={refusal && sentencesOf(texts, refusal.problems, 'invitation_closed')}>
      <Actions>
        <Button kind="main">{texts.invitation.joinAs(name)}</Button>
      </Actions>
    </Form>
  )
}

export function OtherAccount({ email }: { email: string }) {
  const texts = useCatalogue(identityTexts)
  return (
    <>
      <Notice tone="warning">{texts.invitation.otherAccount(email)}</Notice>
      <Form action={href('/deconnexion')}>
        <Actions>
          <Button kind="main">{texts.invitation.signOut}</Button>
        </Actions>
      </Form>
    </>
  )
}

export function SignInFirst({ next }: { next: string }) {
  const texts = useCatalogue(identityTexts)
  return (
    <>
      <p>{texts.invitation.signInNote}</p>
      <Actions>
        <ButtonLink kind="main" to={`${href('/connexion')}?next=${encodeURIComponent(next)}`}>
          {texts.invitation.signIn}
        </ButtonLink>
      </Actions>
    </>
  )
}

export function JoinAsNewcomer({ locale, refusal }: { locale: Locale; refusal: Refusal }) {
  const texts = useCatalogue(identityTexts)
  return (
    <Section title={texts.invitation.createTitle} note={texts.invitation.createNote}>
      <Form values={refusal?.values} errors={refusal && sentencesOf(texts, refusal.problems, 'invitation_closed')}>
        <TextField name="name" label={texts.account.name} autoComplete="name" required />
        <LanguageField label={texts.account.language} locale={locale} />
        <Actions>
          <Button kind="main">{texts.invitation.create}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
