import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { ArrivalWay } from '../domain/desk.ts'

/** Who has come on a day, as far as the actor may know. */
export async function listArrivals(tx: Tx, eventId: string, day: LocalDate): Promise<{ representativeId: string; notedAt: Instant }[]> {
  return tx
    .selectFrom('meetings.arrival')
    .select(['representativeId', 'notedAt'])
    .where('eventId', '=', eventId)
    .where('day', '=', day)
    .orderBy('notedAt')
    .orderBy('id')
    .$castTo<{ representativeId: string; notedAt: Instant }>()
    .execute()
}

export type NewArrival = {
  readonly id: string
  readonly missionId: string
  readonly eventId: string
  readonly representativeId: string
  readonly day: LocalDate
  readonly way: ArrivalWay
  readonly notedAt: Instant
  readonly notedName: string
}

/** Somebody arrives once a day, under this key or another. */
export async function insertArrival(tx: Tx, arrival: NewArrival): Promise<void> {
  await tx
    .insertInto('meetings.arrival')
    .values(arrival)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteArrival(tx: Tx, representativeId: string, day: LocalDate): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('meetings.arrival')
    .where('representativeId', '=', representativeId)
    .where('day', '=', day)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** The representatives of an event who bear this name, accents and capitals aside. */
export async function findByName(tx: Tx, eventId: string, name: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from meetings.representative r where r.event_id = ${eventId} and app.fold(r.given_name || ' ' || r.family_name) = app.fold(${name})`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** Moves a meeting to another spot. A lock keeps it from plans, not from the desk: it is lifted for the time of the move. */
export async function moveToSpot(tx: Tx, meetingId: string, spotId: string, isLocked: boolean): Promise<void> {
  const update = (values: { isLocked?: boolean; spotId?: string }) =>
    tx.updateTable('meetings.meeting').set(values).where('id', '=', meetingId).execute()
  if (isLocked) await update({ isLocked: false })
  await update({ spotId })
  if (isLocked) await update({ isLocked: true })
}

/** Somebody takes another's place at a meeting. */
export async function replaceAttendance(tx: Tx, meetingId: string, fromId: string, toId: string): Promise<void> {
  await tx.deleteFrom('meetings.attendance').where('meetingId', '=', meetingId).where('representativeId', '=', fromId).execute()
  await sql`insert into meetings.attendance (mission_id, event_id, meeting_id, starts_at, ends_at, representative_id)
    select m.mission_id, m.event_id, m.id, m.starts_at, m.ends_at, ${toId}::uuid from meetings.meeting m where m.id = ${meetingId}`.execute(
    tx,
  )
}
