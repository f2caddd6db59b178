import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { type Member, type MemberState, memberCategories } from '../domain/member.ts'
import { representedId, representedName, sentByCompany } from './represented.ts'

export type MemberFilter = {
  /** Registered unless said otherwise. */
  readonly state?: MemberState | 'any'
  readonly memberId?: string
  readonly sentBy?: OrganisationId
  /** The sub-delegation that comes before the others. */
  readonly first?: OrganisationId
  readonly limit?: number
  readonly offset?: number
}

/** What every partner reads of a member `m`, sent by `o` on a `mission`. */
const memberFacts = sql`
  m.id, m.organisation_id, o.name as organisation_name, m.given_name, m.family_name, m.category, m.capacity, m.represents,
  case when ${representedId} is not null then jsonb_build_object('id', ${representedId}, 'name', ${representedName},
    'isCompany', bool_or(${sentByCompany}) over (partition by ${representedId})) end as represented,
  m.function, m.id is not distinct from mission.head_member_id as is_mission_head, m.state, m.version`

const membersOfMissions = sql`delegations.member m
  join directory.pub_organisation o on o.id = m.organisation_id
  join missions.pub_mission mission on mission.id = m.mission_id`

/** Members of a mission that the actor may see, one sub-delegation after the other; those who withdrew only when asked for. */
export async function listMembers(tx: Tx, missionId: string, filter: MemberFilter = {}): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select ${memberFacts} from ${membersOfMissions}
      where m.mission_id = ${missionId} and ${filter.state ?? 'registered'} in (m.state, 'any')
        and (${filter.memberId ?? null}::uuid is null or m.id = ${filter.memberId ?? null})
        and (${filter.sentBy ?? null}::uuid is null or m.organisation_id = ${filter.sentBy ?? null})
      order by m.organisation_id is not distinct from ${filter.first ?? null} desc, o.name, m.organisation_id, m.state,
               array_position(array['head', 'deputy'], m.function), array_position(${[...memberCategories]}::text[], m.category),
               app.fold(m.family_name), app.fold(m.given_name), m.id
      limit ${filter.limit ?? null} offset ${filter.offset ?? 0}`.execute(tx)
  return rows
}

/** The same in the order of their ids, withdrawn included: a list that programs read page by page. */
export async function pageMembers(tx: Tx, missionId: string, after: string | null, limit: number): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select ${memberFacts} from ${membersOfMissions}
      where m.mission_id = ${missionId} and (${after}::uuid is null or m.id > ${after}) order by m.id limit ${limit}`.execute(tx)
  return rows
}

/** The organisations named so far on a mission, as they were written: what a form proposes. */
export async function listRepresented(tx: Tx, missionId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('delegations.member')
    .where('missionId', '=', missionId)
    .where('represents', 'is not', null)
    .select('represents')
    .distinct()
    .orderBy('represents')
    .limit(500)
    .$narrowType<{ represents: string }>()
    .execute()
  return rows.map((row) => row.represents)
}

/** A member any partner may read; null when not in this mission. */
export async function loadMember(tx: Tx, missionId: string, memberId: string): Promise<Member | null> {
  const members = await listMembers(tx, missionId, { state: 'any', memberId })
  return members[0] ?? null
}
