import { useActionData, useLoaderData } from 'react-router'
import { visitorContext } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import type { Route } from './+types/account.ts'
import { doorOf, ownerOf } from '../auth/door.ts'
import { deviceName } from '../domain/credentials.ts'
import * as sql from '../sql/accounts.ts'
import { identityTexts } from '../texts.ts'
import { FactorSection, PasskeySection, PasswordSection, ProfileSection } from '../ui/account-sections.tsx'
import { SessionSection } from '../ui/session-list.tsx'
import { answerAccountForm } from './account-forms.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { owner, token } = ownerOf(context, request)
  const { sessions, ...credentials } = await sql.loadCredentials(doorOf(context).auth, owner.id, token)
  const { locale } = context.get(visitorContext)
  return {
    owner,
    locale,
    credentials,
    sessions: sessions.map((session) => Object.assign(session, { device: deviceName(session.userAgent) })),
  }
}

export const action = ({ context, request }: Route.ActionArgs) => answerAccountForm(context, request)

export default function AccountPage() {
  const { owner, locale, credentials, sessions } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const texts = useCatalogue(identityTexts)
  const refusalOf = (intent: string) => (refusal?.values.intent === intent ? refusal : undefined)
  return (
    <Page title={texts.account.title} lead={texts.account.lead(owner.email)}>
      <ProfileSection name={owner.name} locale={locale} refusal={refusalOf('profile')} />
      {owner.isDemo ? (
        <Notice>{texts.account.demo}</Notice>
      ) : (
        <>
          <PasswordSection credentials={credentials} refusal={refusalOf('password')} />
          <PasskeySection passkeys={credentials.passkeys} />
          <FactorSection credentials={credentials} refusal={refusalOf('endFactor')} />
        </>
      )}
      <SessionSection sessions={sessions} />
    </Page>
  )
}
