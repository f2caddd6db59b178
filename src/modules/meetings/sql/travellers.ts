import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Traveller, TravellersMeeting } from '../domain/blocked.ts'

/** Those who come, or serve the meetings, and travel with the delegation. */
export async function listTravellers(tx: Tx, eventId: string): Promise<Traveller[]> {
  return tx
    .selectFrom('meetings.pubTraveller')
    .where('eventId', '=', eventId)
    .select(['whoId', 'memberId'])
    .orderBy('whoId')
    .$castTo<Traveller>()
    .execute()
}

/** Who in the delegation somebody who comes is; null: as their name tells. */
export async function setMember(tx: Tx, representativeId: string, memberId: string | null): Promise<void> {
  await tx.updateTable('meetings.representative').set({ memberId }).where('id', '=', representativeId).execute()
}

/** The meetings of these travellers in the plans in force, as far as the acting organisation may read them. */
export async function listMeetingsOfTravellers(tx: Tx, memberIds: readonly string[]): Promise<TravellersMeeting[]> {
  if (memberIds.length === 0) return []
  const { rows } = await sql<TravellersMeeting>`
    select m.id, g.mission_id, m.event_id, a.name as one, b.name as other, s.name as spot, s.address, m.starts_at, m.ends_at, l.time_zone
      from meetings.pub_engagement g join meetings.meeting m on m.id = g.meeting_id
      join meetings.event_leg l on l.event_id = m.event_id and l.leg_id = m.leg_id
      join meetings.participant a on a.id = m.one_id join meetings.participant b on b.id = m.other_id join meetings.spot s on s.id = m.spot_id
      where g.member_id = any (${memberIds}::uuid[]) order by m.starts_at, m.id`.execute(tx)
  return rows
}
