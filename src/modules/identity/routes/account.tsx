import { useActionData, useLoaderData } from 'react-router'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { read, visitorContext } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import type { Route } from './+types/account.ts'
import { doorOf, ownerOf } from '../auth/door.ts'
import { deviceName } from '../domain/credentials.ts'
import * as sql from '../sql/accounts.ts'
import { identityTexts } from '../texts.ts'
import { PasswordSection, ProfileSection } from '../ui/account-sections.tsx'
import { FactorSection } from '../ui/factor-section.tsx'
import { PasskeySection } from '../ui/passkey-section.tsx'
import { SessionSection } from '../ui/session-list.tsx'
import { answerAccountForm } from './account-forms.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { owner, token } = ownerOf(context, request)
  const { sessions, ...credentials } = await sql.loadCredentials(doorOf(context).auth, owner.id, token)
  const { locale, organisationId } = context.get(visitorContext)
  const timeZone = organisationId ? await read(context, request, (ctx) => Promise.resolve(ctx.actor.timeZone)) : 'UTC'
  return {
    owner,
    locale,
    timeZone,
    credentials,
    sessions: sessions.map((session) => Object.assign(session, { device: deviceName(session.userAgent) })),
  }
}

export const action = ({ context, request }: Route.ActionArgs) => answerAccountForm(context, request)

export default function AccountPage() {
  const { owner, locale, timeZone, credentials, sessions } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useCatalogue(identityTexts)
  const zone = asTimeZone(timeZone)
  const refusal = answer && 'problems' in answer ? answer : undefined
  const refusalOf = (intent: string) => (refusal?.values.intent === intent ? refusal : undefined)
  return (
    <Page title={texts.account.title} lead={texts.account.lead(owner.email)}>
      <ProfileSection name={owner.name} locale={locale} refusal={refusalOf('profile')} />
      {owner.isDemo ? (
        <Notice>{texts.account.demo}</Notice>
      ) : (
        <>
          <PasswordSection credentials={credentials} refusal={refusalOf('password')} />
          <PasskeySection passkeys={credentials.passkeys} zone={zone} refusal={refusalOf('renamePasskey')} />
          <FactorSection
            credentials={credentials}
            newCodes={answer && 'backupCodes' in answer ? answer.backupCodes : null}
            refusals={{ end: refusalOf('endFactor'), renew: refusalOf('renewCodes') }}
          />
        </>
      )}
      <SessionSection sessions={sessions} zone={zone} />
    </Page>
  )
}
