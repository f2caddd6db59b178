import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { type MemberCounts, countsOf } from '../domain/counts.ts'
import { type MemberCategory, memberCategories } from '../domain/member.ts'
import { representedId, sentByCompany } from './represented.ts'

/** The counts of one sub-delegation, and what its sender is called. */
export type PartnerCounts = MemberCounts & {
  readonly organisation: { readonly id: OrganisationId; readonly name: string; readonly kind: string }
}

type CountRow = Record<MemberCategory, number> & {
  persons: number
  organisations: number
  companies: number
  organisation: PartnerCounts['organisation'] | null
}

/** Who travels, counted three ways and by category: each sub-delegation, and all of them together, which no sum of theirs gives. */
export async function countByPartner(tx: Tx, missionId: string): Promise<{ mission: MemberCounts; partners: PartnerCounts[] }> {
  const rows = await countRows(tx, missionId, null)
  const partners = rows.flatMap((row) => (row.organisation ? [{ ...countsOf(row), organisation: row.organisation }] : []))
  return { mission: countsOf(rows.find((row) => row.organisation === null)), partners }
}

/** The same for one sub-delegation, or for the whole mission. */
export async function countMembers(tx: Tx, missionId: string, organisationId?: OrganisationId): Promise<MemberCounts> {
  const rows = await countRows(tx, missionId, organisationId ?? null)
  return countsOf(rows.find((row) => row.organisation === null))
}

async function countRows(tx: Tx, missionId: string, organisationId: OrganisationId | null): Promise<CountRow[]> {
  const byCategory = sql.join(
    memberCategories.map((category) => sql`(count(*) filter (where category = ${category}))::int as ${sql.ref(category)}`),
  )
  const { rows } = await sql<CountRow>`
    with counted as materialized (
      select jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) as organisation,
             m.category, ${representedId} as represented, ${sentByCompany} as by_company
        from delegations.member m
        join directory.pub_organisation o on o.id = m.organisation_id
        where m.mission_id = ${missionId} and m.state = 'registered' and (${organisationId}::uuid is null or m.organisation_id = ${organisationId})
    )
    select organisation,
           count(*)::int as persons,
           count(distinct represented)::int as organisations,
           (count(distinct represented) filter (where by_company))::int as companies,
           ${byCategory}
      from counted
      group by grouping sets ((organisation), ())
      order by organisation ->> 'name', organisation ->> 'id'`.execute(tx)
  return rows
}

export type StageFacts = { readonly memberCount: number; readonly electedCount: number; readonly hasHead: boolean }

/** What the ribbon of each mission asks about one sub-delegation; a mission without members is absent. */
export async function stageFactsOfMissions(
  tx: Tx,
  missionIds: readonly string[],
  organisationId: OrganisationId,
): Promise<Map<string, StageFacts>> {
  if (missionIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('delegations.member')
    .where('missionId', 'in', missionIds)
    .where('organisationId', '=', organisationId)
    .where('state', '=', 'registered')
    .groupBy('missionId')
    .select([
      'missionId',
      sql<number>`count(*)::int`.as('memberCount'),
      sql<number>`(count(*) filter (where category = 'elected'))::int`.as('electedCount'),
      sql<boolean>`bool_or(function = 'head')`.as('hasHead'),
    ])
    .execute()
  return new Map(rows.map(({ missionId, ...facts }) => [missionId, facts]))
}
