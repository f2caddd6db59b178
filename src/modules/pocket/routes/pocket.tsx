import { data, href, redirect } from 'react-router'
import { type RefusedForm, formValues, refuseForm, servicesContext, visitorContext } from '#platform/web.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { listJourneys } from '../sql/holder.ts'
import { ClosedPocket } from '../ui/closed-pocket.tsx'
import { PocketFrame } from '../ui/pocket-frame.tsx'
import { PocketPage } from '../ui/pocket-page.tsx'
import { chooseInvitations, closeCalendar, openCalendar } from '../usecases/choose-calendar.ts'
import { openByAccount } from '../usecases/open-pocket.ts'
import { readPocket } from '../usecases/read-pocket.ts'
import type { Route } from './+types/pocket.ts'
import { deviceCookie, deviceSecret, farewellHeaders } from './device-cookie.ts'
import { takeEntry } from './read-entry.ts'

export const handle = { frame: 'none' }

export const links: Route.LinksFunction = () => [
  { rel: 'manifest', href: '/poche/manifeste.webmanifest' },
  { rel: 'apple-touch-icon', href: '/poche/icones/escale-pleine-192.png' },
]

/** The pocket that is open on this device; else the journeys one may put in it. A device whose secret opens nothing any more is told to forget. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const services = context.get(servicesContext)
  const { locale, account } = context.get(visitorContext)
  const secret = await deviceSecret(services, request)
  const pocket = secret ? await readPocket(services, secret, locale) : null
  const syncedAt = services.now()
  if (pocket) {
    const zone = pocket.items.find(({ endsAt }) => endsAt > syncedAt)?.timeZone ?? pocket.items[0]?.timeZone ?? asTimeZone('Europe/Paris')
    return data({ state: 'open' as const, pocket, syncedAt, zone, entryKey: crypto.randomUUID() }, { headers: { 'X-Poche': 'ouverte' } })
  }
  const closed = {
    state: 'closed' as const,
    hasAccount: account !== null,
    wasClosed: new URL(request.url).searchParams.has('ferme'),
    journeys: account ? await listJourneys(services.db, account.id) : [],
  }
  return data(closed, { headers: secret ? await farewellHeaders(services) : { 'X-Poche': 'fermee' } })
}

export function headers({ loaderHeaders }: Route.HeadersArgs) {
  return loaderHeaders
}

/** Shown once: the database keeps a digest. */
type Answered = RefusedForm & { readonly calendarUrl?: string }

export async function action({ context, request }: Route.ActionArgs) {
  const services = context.get(servicesContext)
  const { account } = context.get(visitorContext)
  const form = await request.formData()
  const { intent, kind, memberId } = formValues(form)
  const here = href('/poche')
  if (intent === 'open') {
    if (!account) return redirect(`/connexion?next=${encodeURIComponent(here)}`)
    const opened = await openByAccount(services, account.id, String(memberId))
    if (!opened.ok) return refuseForm({ values: {}, problems: { '': opened.problem.code } })
    return redirect(here, { headers: { 'Set-Cookie': await deviceCookie(services).serialize(opened.value.secret) } })
  }
  const secret = await deviceSecret(services, request)
  if (!secret) return redirect(here)
  if (kind !== undefined) {
    const outcome = await takeEntry(services, secret, form)
    if (outcome.ok) return redirect(`${here}#saisies`)
    return refuseForm({ values: formValues(form), problems: { '': outcome.problem.code } })
  }
  if (intent === 'calendar_open') {
    const opened = await openCalendar(services, secret)
    if (!opened.ok) return redirect(here)
    return data<Answered>({ values: {}, problems: {}, calendarUrl: services.publicUrl + opened.value.path })
  }
  if (intent === 'calendar_close') await closeCalendar(services, secret)
  if (intent === 'invitations_on' || intent === 'invitations_off') await chooseInvitations(services, secret, intent === 'invitations_on')
  return redirect(`${here}#agenda`)
}

export default function PocketRoute({ loaderData, actionData }: Route.ComponentProps) {
  const problem = actionData?.problems['']
  if (loaderData.state === 'closed') {
    return (
      <PocketFrame>
        <ClosedPocket {...loaderData} problem={problem} />
      </PocketFrame>
    )
  }
  const calendarUrl = (actionData as Answered | undefined)?.calendarUrl
  return <PocketPage {...loaderData} problem={problem} calendarUrl={calendarUrl} />
}
