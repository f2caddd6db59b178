import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { MemberId } from '../domain/member.ts'

/** One mission someone is registered for, in the words of that journey. */
export type Travel = {
  readonly memberId: MemberId
  readonly missionId: string
  readonly title: Localized
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  readonly isCancelled: boolean
  readonly capacity: Localized
}

/** The missions a person of one's directory is registered for, the latest first: the other end of the link between member and card. */
export async function travelsOfPerson(tx: Tx, personId: string): Promise<Travel[]> {
  const { rows } = await sql<Travel>`
    select m.id as member_id, m.mission_id, mission.title, mission.starts_on, mission.ends_on,
           mission.state = 'cancelled' as is_cancelled, m.capacity
      from delegations.member m join missions.pub_mission mission on mission.id = m.mission_id
      where m.person_id = ${personId} and m.organisation_id = app.actor_organisation() and m.state = 'registered'
      order by mission.starts_on desc nulls first, m.id
      limit 200`.execute(tx)
  return rows
}

/** The last day of the latest mission each of these people was registered for, those that are cancelled left out. */
export async function lastTravels(tx: Tx, personIds: readonly string[]): Promise<{ personId: string; onDay: LocalDate }[]> {
  const { rows } = await sql<{ personId: string; onDay: LocalDate }>`
    select m.person_id, max(coalesce(mission.ends_on, mission.starts_on)) as on_day
      from delegations.member m join missions.pub_mission mission on mission.id = m.mission_id
      where m.person_id = any (${personIds}::uuid[]) and m.organisation_id = app.actor_organisation() and m.state = 'registered' and mission.state <> 'cancelled'
      group by m.person_id having max(coalesce(mission.ends_on, mission.starts_on)) is not null order by m.person_id`.execute(tx)
  return rows
}
