import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { loadPerson } from '#modules/directory/index.ts'
import { type ContactProblem, type ContactShare, decideReaders, possibleReaders } from '../domain/contact.ts'
import '../domain/contact-events.ts'
import { mayShareContact } from '../domain/rights.ts'
import { deleteContact, insertContact } from '../sql/contacts.ts'
import { loadMission } from '../sql/missions.ts'

/**
 * Shares a card of one's own directory with partners of the mission: its name, the facts one chose, and nothing else of it.
 * @refuses readers_missing, not_a_partner
 * @throws NotFound when the card is not one's own
 */
export async function shareContact(ctx: Ctx, missionId: string, share: ContactShare): Promise<Outcome<string, ContactProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayShareContact(ctx.actor, mission.partners))
  found(await loadPerson(ctx.tx, share.personId))
  const readers = decideReaders(share, possibleReaders(mission.partners, ctx.actor.organisationId))
  if (!readers.ok) return readers
  await ctx.journal.event('room_contact.shared')
  return ok(await insertContact(ctx.tx, mission.id, { ...share, readerIds: readers.value }, ctx.now))
}

/** Takes it back: nobody else reads it any more. @throws NotFound when one shares no such contact */
export async function withdrawContact(ctx: Ctx, missionId: string, contactId: string): Promise<Outcome<null, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayShareContact(ctx.actor, mission.partners))
  await ctx.journal.event('room_contact.withdrawn')
  found((await deleteContact(ctx.tx, mission.id, contactId)) || null)
  return ok(null)
}
