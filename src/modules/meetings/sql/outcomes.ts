import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LeadNote, OutcomeDraft, ShownContact, SideOutcome } from '../domain/outcome.ts'

/** What the sides of a meeting, or of all meetings of an event, say of it, as far as the actor may read it. */
export async function listOutcomes(tx: Tx, eventId: string, meetingId?: string): Promise<(SideOutcome & { meetingId: string })[]> {
  let query = tx
    .selectFrom('meetings.outcome')
    .select(['meetingId', 'participantId', 'state', 'nextStep', 'nextStepOn', 'nextStepWords', 'saidAt', 'saidName', 'version'])
    .where('eventId', '=', eventId)
    .orderBy('saidAt')
    .orderBy('id')
  if (meetingId !== undefined) query = query.where('meetingId', '=', meetingId)
  return query.$castTo<SideOutcome & { meetingId: string }>().execute()
}

export type OutcomeOf = { readonly missionId: string; readonly eventId: string; readonly meetingId: string; readonly participantId: string }
type Told = OutcomeDraft & { readonly saidAt: Instant; readonly saidName: string }

/** Tells it, or tells it again. `version`: that of what one was reading, 0 when there was nothing. @returns false when somebody else told meanwhile */
export async function putOutcome(tx: Tx, of: OutcomeOf, told: Told, version: number): Promise<boolean> {
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('meetings.outcome')
      .values({ ...of, ...told })
      .onConflict((conflict) => conflict.columns(['meetingId', 'participantId']).doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('meetings.outcome')
    .set(told)
    .where('meetingId', '=', of.meetingId)
    .where('participantId', '=', of.participantId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** One's own note about two participants, in whichever order they meet. */
export async function loadNote(tx: Tx, [one, other]: readonly [string, string]): Promise<LeadNote | null> {
  const note = await tx
    .selectFrom('meetings.leadNote')
    .select(['body', 'writtenName', 'version'])
    .where('oneId', '=', one)
    .where('otherId', '=', other)
    .executeTakeFirst()
  return note ?? null
}

type NoteOf = { readonly missionId: string; readonly eventId: string; readonly oneId: string; readonly otherId: string }

/** Writes it, or writes it again, on the version one was reading. @returns false when a colleague wrote meanwhile */
export async function putNote(tx: Tx, of: NoteOf, note: Omit<LeadNote, 'version'>, version: number): Promise<boolean> {
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('meetings.leadNote')
      .values({ ...of, ...note })
      .onConflict((conflict) => conflict.columns(['organisationId', 'oneId', 'otherId']).doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('meetings.leadNote')
    .set(note)
    .where('oneId', '=', of.oneId)
    .where('otherId', '=', of.otherId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** @returns false when a colleague wrote meanwhile */
export async function deleteNote(tx: Tx, { oneId, otherId }: Pick<NoteOf, 'oneId' | 'otherId'>, version: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('meetings.leadNote')
    .where('oneId', '=', oneId)
    .where('otherId', '=', otherId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Who came for the other side, with what they agreed to show; nobody before one's own side says the meeting was held. */
export async function listShownContacts(tx: Tx, meetingId: string): Promise<ShownContact[]> {
  const { rows } = await sql<ShownContact>`
    select c.*, k.person_id from meetings.shown_contacts(${meetingId}) c
      left join meetings.kept_contact k on k.representative_id = c.representative_id`.execute(tx)
  return rows
}

type KeptContact = {
  readonly missionId: string
  readonly eventId: string
  readonly representativeId: string
  readonly personId: string
  readonly keptAt: Instant
}

export async function insertKeptContact(tx: Tx, contact: KeptContact): Promise<void> {
  await tx.insertInto('meetings.keptContact').values(contact).execute()
}

/** Meetings of an event that were held, all its sides that told agreeing; and companies that travel and have a meeting in the plan in force. */
export async function countHeld(tx: Tx, eventId: string): Promise<{ held: number; companies: number }> {
  const { rows } = await sql<{ held: number; companies: number }>`
    select (select count(*)::int from (select from meetings.outcome where event_id = ${eventId} group by meeting_id having bool_and(state = 'held')) told) as held,
           (select count(*)::int from meetings.participant p join meetings.circle c on c.id = p.circle_id where p.event_id = ${eventId} and c.kind = 'home'
              and exists (select from meetings.meeting m where m.event_id = p.event_id and p.id in (m.one_id, m.other_id))) as companies`.execute(
    tx,
  )
  return rows[0] ?? { held: 0, companies: 0 }
}
