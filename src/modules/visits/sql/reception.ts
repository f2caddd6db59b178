import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { Greeting, GreetingDraft, GreetingId, Slot, SlotDraft, SlotId } from '../domain/slot.ts'

/** The slots of a mission, in the order of the days. */
export async function listSlots(tx: Tx, missionId: string, slotId?: string): Promise<Slot[]> {
  let query = tx
    .selectFrom('visits.slot as s')
    .leftJoin('directory.pubOrganisation as o', 'o.id', 's.claimedBy')
    .where('s.missionId', '=', missionId)
    .select([
      's.id',
      's.legId',
      's.title',
      's.wish',
      's.day',
      's.startTime',
      's.endTime',
      's.suggestedFor',
      's.claimedBy',
      's.itemId',
      's.version',
    ])
    .select('o.name as claimedByName')
    .orderBy('s.day')
    .orderBy('s.startTime')
    .orderBy('s.id')
  if (slotId !== undefined) query = query.where('s.id', '=', slotId)
  return query.$castTo<Slot>().execute()
}

/** Locks a slot: of two partners who claim it at once, the second is told of the first. */
export async function lockSlot(tx: Tx, missionId: string, slotId: string): Promise<Slot | null> {
  await sql`select from visits.slot where id = ${slotId} and mission_id = ${missionId} for no key update`.execute(tx)
  const [slot] = await listSlots(tx, missionId, slotId)
  return slot ?? null
}

export async function addSlot(tx: Tx, missionId: MissionId, draft: SlotDraft): Promise<SlotId> {
  const { id } = await tx
    .insertInto('visits.slot')
    .values({ ...draft, missionId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as SlotId
}

export type Claim = { readonly by: OrganisationId; readonly at: Instant; readonly itemId: string }

export async function saveClaim(tx: Tx, id: SlotId, claim: Claim | null): Promise<void> {
  await tx
    .updateTable('visits.slot')
    .set({ claimedBy: claim?.by ?? null, claimedAt: claim?.at ?? null, itemId: claim?.itemId ?? null })
    .where('id', '=', id)
    .execute()
}

/** True when there was a free one to withdraw. */
export async function deleteSlot(tx: Tx, missionId: string, slotId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('visits.slot')
    .where('missionId', '=', missionId)
    .where('id', '=', slotId)
    .where('claimedBy', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function listGreetings(tx: Tx, missionId: string): Promise<Greeting[]> {
  return tx
    .selectFrom('visits.greeting as g')
    .innerJoin('directory.pubOrganisation as o', 'o.id', 'g.organisationId')
    .where('g.missionId', '=', missionId)
    .select([
      'g.id',
      'g.organisationId',
      'o.name as organisationName',
      'g.day',
      'g.atTime',
      'g.what',
      'g.place',
      'g.greeter',
      'g.greeterPhone',
      'g.car',
    ])
    .orderBy('g.day')
    .orderBy('g.atTime')
    .orderBy('g.id')
    .$castTo<Greeting>()
    .execute()
}

export async function addGreeting(tx: Tx, missionId: MissionId, draft: GreetingDraft): Promise<GreetingId> {
  const { id } = await tx
    .insertInto('visits.greeting')
    .values({ ...draft, missionId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as GreetingId
}

export async function deleteGreeting(tx: Tx, missionId: string, greetingId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('visits.greeting')
    .where('missionId', '=', missionId)
    .where('id', '=', greetingId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
