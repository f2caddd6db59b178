import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { EventLeg } from '../domain/event.ts'
import type { Presences } from '../domain/legs.ts'

/** The legs an event is held on, in the order of the mission. */
export async function listEventLegs(tx: Tx, eventId: string): Promise<EventLeg[]> {
  const { rows } = await sql<EventLeg>`
    select l.leg_id as id, m.city_name, l.time_zone
      from meetings.event_leg l join missions.pub_leg m on m.id = l.leg_id where l.event_id = ${eventId} order by m.position`.execute(tx)
  return rows
}

export async function insertEventLeg(tx: Tx, missionId: string, eventId: string, legId: string, timeZone: string): Promise<void> {
  await tx.insertInto('meetings.eventLeg').values({ missionId, eventId, legId, timeZone }).execute()
}

export async function deleteEventLeg(tx: Tx, eventId: string, legId: string): Promise<void> {
  await tx.deleteFrom('meetings.eventLeg').where('eventId', '=', eventId).where('legId', '=', legId).execute()
}

/** The legs of those who are not on all of them. */
export async function listPresences(tx: Tx, eventId: string): Promise<Presences> {
  const rows = await tx
    .selectFrom('meetings.participantLeg')
    .where('eventId', '=', eventId)
    .select(['participantId', 'legId'])
    .orderBy('legId')
    .execute()
  const byParticipant = Map.groupBy(rows, ({ participantId }) => participantId)
  return new Map([...byParticipant].map(([id, held]) => [id, held.map(({ legId }) => legId)]))
}

/** Says on which legs newcomers are. */
export async function insertPresences(
  tx: Tx,
  missionId: string,
  eventId: string,
  presences: readonly { readonly participantId: string; readonly legId: string }[],
): Promise<void> {
  if (presences.length === 0) return
  const rows = presences.map((presence) => ({ missionId, eventId, ...presence }))
  await tx.insertInto('meetings.participantLeg').values(rows).execute()
}

/** Says on which legs a participant is; none named, on all of them. What stays is not written again. */
export async function replacePresences(
  tx: Tx,
  missionId: string,
  eventId: string,
  participantId: string,
  legIds: readonly string[],
): Promise<void> {
  await sql`delete from meetings.participant_leg where participant_id = ${participantId} and leg_id <> all (${[...legIds]}::uuid[])`.execute(
    tx,
  )
  await sql`insert into meetings.participant_leg (mission_id, event_id, participant_id, leg_id)
    select ${missionId}, ${eventId}, ${participantId}, id from unnest(${[...legIds]}::uuid[]) as id on conflict (participant_id, leg_id) do nothing`.execute(
    tx,
  )
}
