import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { type MemberCounts, countsOf } from './domain/counts.ts'
import type { Member, MemberCategory } from './domain/member.ts'

/** The legal person someone travels for, and its name folded so that two spellings are one. See `Represented`. */
const representedName = sql<string | null>`coalesce(m.represents, case when m.category in ('elected', 'staff') then o.name end)`
const representedId = sql<string | null>`app.fold(btrim(regexp_replace(${representedName}, '\\s+', ' ', 'g')))`
const sentByCompany = sql<boolean>`(m.category = 'company' or (o.kind = 'company' and m.represents is null))`

/** Members of a mission that the actor may see, one sub-delegation after the other; those who withdrew only when asked for. */
export async function listMembers(tx: Tx, missionId: string, options: { readonly withdrawnToo?: boolean } = {}): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.id, m.organisation_id, o.name as organisation_name, m.given_name, m.family_name, m.category, m.capacity, m.represents,
           case when ${representedId} is not null then jsonb_build_object('id', ${representedId}, 'name', ${representedName},
             'isCompany', bool_or(${sentByCompany}) over (partition by ${representedId})) end as represented,
           m.function, m.id is not distinct from mission.head_member_id as is_mission_head, m.state, m.version
      from delegations.member m
      join directory.pub_organisation o on o.id = m.organisation_id
      join missions.pub_mission mission on mission.id = m.mission_id
      where m.mission_id = ${missionId} and (m.state = 'registered' or ${options.withdrawnToo ?? false})
      order by o.name, m.organisation_id, m.state, array_position(array['head', 'deputy'], m.function),
               array_position(array['elected', 'guest', 'staff', 'company', 'academic', 'cultural', 'press', 'interpreter'], m.category),
               app.fold(m.family_name), app.fold(m.given_name), m.id`.execute(tx)
  return rows
}

/** Who travels, counted three ways and by category; for one sub-delegation, or for the whole mission. */
export async function countMembers(tx: Tx, missionId: string, organisationId?: OrganisationId): Promise<MemberCounts> {
  const { rows } = await sql<{
    persons: number
    organisations: number
    companies: number
    categories: { category: MemberCategory; count: number }[]
  }>`
    with counted as materialized (
      select m.category, ${representedId} as represented, ${sentByCompany} as by_company
        from delegations.member m
        join directory.pub_organisation o on o.id = m.organisation_id
        where m.mission_id = ${missionId} and m.state = 'registered' and (${organisationId ?? null}::uuid is null or m.organisation_id = ${organisationId ?? null})
    )
    select count(*)::int as persons,
           count(distinct represented)::int as organisations,
           (count(distinct represented) filter (where by_company))::int as companies,
           (select coalesce(jsonb_agg(jsonb_build_object('category', category, 'count', count)), '[]') from (select category, count(*) from counted group by category) c) as categories
      from counted`.execute(tx)
  const [row] = rows
  return {
    persons: row?.persons ?? 0,
    organisations: row?.organisations ?? 0,
    companies: row?.companies ?? 0,
    byCategory: countsOf(row?.categories ?? []),
  }
}

/** What the ribbon of a mission asks about one sub-delegation. */
export async function ownStageFacts(
  tx: Tx,
  missionId: string,
  organisationId: OrganisationId,
): Promise<{ memberCount: number; electedCount: number; hasHead: boolean }> {
  return tx
    .selectFrom('delegations.member')
    .where('missionId', '=', missionId)
    .where('organisationId', '=', organisationId)
    .where('state', '=', 'registered')
    .select([
      sql<number>`count(*)::int`.as('memberCount'),
      sql<number>`(count(*) filter (where category = 'elected'))::int`.as('electedCount'),
      sql<boolean>`coalesce(bool_or(function = 'head'), false)`.as('hasHead'),
    ])
    .executeTakeFirstOrThrow()
}
