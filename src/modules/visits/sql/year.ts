import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { CountedMission, StatedCount } from '../domain/year.ts'

/** The missions of one's own that begin in a year and were not cancelled: whatever is counted is in this list. */
export async function listMissionsOfYear(tx: Tx, organisationId: OrganisationId, year: number): Promise<CountedMission[]> {
  return tx
    .selectFrom('missions.pubMission as m')
    .innerJoin('missions.pubPartner as own', (join) =>
      join.onRef('own.missionId', '=', 'm.id').on('own.organisationId', '=', organisationId).on('own.leftAt', 'is', null),
    )
    .leftJoin('visits.visit as v', 'v.missionId', 'm.id')
    .where('m.state', '<>', 'cancelled')
    .where(sql<boolean>`m.starts_on >= make_date(${year}, 1, 1) and m.starts_on < make_date(${year} + 1, 1, 1)`)
    .select(['m.id', 'm.kind', 'm.title', 'm.startsOn', 'm.endsOn', 'v.visitor'])
    .orderBy('m.startsOn')
    .orderBy('m.id')
    .$castTo<CountedMission>()
    .execute()
}

/** The years that something is known of, the latest first. */
export async function listYears(tx: Tx, organisationId: OrganisationId): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select year from (
      select extract(year from m.starts_on)::int as year from missions.pub_mission m
        join missions.pub_partner own on own.mission_id = m.id and own.organisation_id = ${organisationId} and own.left_at is null
        where m.starts_on is not null and m.state <> 'cancelled'
      union select year from visits.stated_count
    ) known order by year desc`.execute(tx)
  return rows.map(({ year }) => year)
}

export async function listStatedCounts(tx: Tx, year: number): Promise<StatedCount[]> {
  return tx
    .selectFrom('visits.statedCount')
    .where('year', '=', year)
    .select(['id', 'year', 'measure', 'about', 'value', 'qualifier', 'source'])
    .orderBy('about')
    .orderBy('id')
    .$castTo<StatedCount>()
    .execute()
}

export async function addStatedCount(tx: Tx, count: Omit<StatedCount, 'id'>): Promise<void> {
  await tx.insertInto('visits.statedCount').values(count).execute()
}

export async function deleteStatedCount(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('visits.statedCount').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}
