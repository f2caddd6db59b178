import type { Services } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { freshToken } from '#modules/identity/index.ts'
import '../domain/events.ts'
import '../domain/jobs.ts'
import { chooseCalendar } from '../sql/holder.ts'
import { asHolder } from './as-holder.ts'

type Closed = { readonly code: 'pocket_closed' }

/** A new secret address for one's calendar, shown once; the former stops at once. @refuses pocket_closed */
export async function openCalendar(services: Services, secret: string): Promise<Outcome<{ readonly path: string }, Closed>> {
  const address = freshToken('')
  const done = await asHolder(services, 'device', secret, async ({ tx, now }) => {
    await chooseCalendar(tx, 'pocket.calendar_opened', { address: address.digest }, now)
    return true
  })
  return done ? ok({ path: `/poche/calendrier/${address.token}.ics` }) : refused({ code: 'pocket_closed' })
}

/** Takes the address back. @refuses pocket_closed */
export async function closeCalendar(services: Services, secret: string): Promise<Outcome<null, Closed>> {
  const done = await asHolder(services, 'device', secret, async ({ tx, now }) => {
    await chooseCalendar(tx, 'pocket.calendar_closed', { address: null }, now)
    return true
  })
  return done ? ok(null) : refused({ code: 'pocket_closed' })
}

/** Invitations by mail, or none any more. Chosen, they leave for all that is in the agenda. @refuses pocket_closed */
export async function chooseInvitations(services: Services, secret: string, invitations: boolean): Promise<Outcome<null, Closed>> {
  const done = await asHolder(services, 'device', secret, async ({ tx, now }) => {
    await chooseCalendar(tx, 'pocket.invitations_chosen', { invitations }, now)
    return true
  })
  return done ? ok(null) : refused({ code: 'pocket_closed' })
}
