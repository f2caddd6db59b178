import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { type MemberCounts, countsOf } from './domain/counts.ts'
import type { Member, MemberCategory, MemberContact, MemberId, MemberState } from './domain/member.ts'
import type { MemberDraft } from './domain/registration.ts'

/** The legal person someone travels for, and its name folded so that two spellings are one. See `Represented`. */
const representedName = sql<string | null>`coalesce(m.represents, case when m.category in ('elected', 'staff') then o.name end)`
const representedId = sql<string | null>`app.fold(btrim(regexp_replace(${representedName}, '\\s+', ' ', 'g')))`
const sentByCompany = sql<boolean>`(m.category = 'company' or (o.kind = 'company' and m.represents is null))`

/** Members of a mission that the actor may see, one sub-delegation after the other; those who withdrew only when asked for. */
export async function listMembers(
  tx: Tx,
  missionId: string,
  options: { readonly withdrawnToo?: boolean; readonly memberId?: string } = {},
): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.id, m.organisation_id, o.name as organisation_name, m.given_name, m.family_name, m.category, m.capacity, m.represents,
           case when ${representedId} is not null then jsonb_build_object('id', ${representedId}, 'name', ${representedName},
             'isCompany', bool_or(${sentByCompany}) over (partition by ${representedId})) end as represented,
           m.function, m.id is not distinct from mission.head_member_id as is_mission_head, m.state, m.version
      from delegations.member m
      join directory.pub_organisation o on o.id = m.organisation_id
      join missions.pub_mission mission on mission.id = m.mission_id
      where m.mission_id = ${missionId} and (m.state = 'registered' or ${options.withdrawnToo ?? false})
        and (${options.memberId ?? null}::uuid is null or m.id = ${options.memberId ?? null})
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

/** Someone as the partner that sends them knows them. */
export type OwnMember = MemberDraft & {
  readonly id: MemberId
  readonly state: MemberState
  readonly version: number
  readonly isMissionHead: boolean
}

/** A member of the acting organisation's own sub-delegation, with its contact; null for anyone else's, as for nobody. */
export async function loadOwnMember(
  tx: Tx,
  missionId: string,
  memberId: string,
  organisationId: OrganisationId,
): Promise<OwnMember | null> {
  const { rows } = await sql<OwnMember>`
    select m.id, m.given_name, m.family_name, m.category, m.capacity, m.represents, m.function, m.external_key, m.state, m.version,
           m.id is not distinct from mission.head_member_id as is_mission_head,
           jsonb_build_object('email', c.email, 'phone', c.phone, 'notes', c.notes) as contact
      from delegations.member m
      join missions.pub_mission mission on mission.id = m.mission_id
      left join delegations.member_contact c on c.member_id = m.id
      where m.id = ${memberId} and m.mission_id = ${missionId} and m.organisation_id = ${organisationId}`.execute(tx)
  return rows[0] ?? null
}

/** The same, and nobody else changes this person before the end of the transaction. */
export async function lockOwnMember(
  tx: Tx,
  missionId: string,
  memberId: string,
  organisationId: OrganisationId,
): Promise<OwnMember | null> {
  await sql`select from delegations.member where id = ${memberId} and organisation_id = ${organisationId} for no key update`.execute(tx)
  return loadOwnMember(tx, missionId, memberId, organisationId)
}

/** A member any partner may read; null when not in this mission. */
export async function loadMember(tx: Tx, missionId: string, memberId: string): Promise<Member | null> {
  const members = await listMembers(tx, missionId, { withdrawnToo: true, memberId })
  return members[0] ?? null
}

type MemberValues = Omit<MemberDraft, 'contact'> & { readonly state: MemberState }

export async function insertMember(tx: Tx, missionId: string, values: MemberValues): Promise<MemberId> {
  const row = await tx
    .insertInto('delegations.member')
    .values({ missionId, ...values })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id as MemberId
}

export async function updateMember(tx: Tx, memberId: MemberId, change: Partial<MemberValues>): Promise<void> {
  await tx.updateTable('delegations.member').set(change).where('id', '=', memberId).execute()
}

/** Writes how to reach someone; with nothing left to write, nothing is kept. */
export async function saveContact(tx: Tx, missionId: string, memberId: MemberId, contact: MemberContact): Promise<void> {
  if (contact.email === null && contact.phone === null && contact.notes === null) {
    await tx.deleteFrom('delegations.memberContact').where('memberId', '=', memberId).execute()
    return
  }
  await tx
    .insertInto('delegations.memberContact')
    .values({ missionId, memberId, ...contact })
    .onConflict((conflict) => conflict.column('memberId').doUpdateSet(contact))
    .execute()
}

/** The one who leads the sub-delegation, to make room for another. */
export async function releaseHead(tx: Tx, missionId: string, organisationId: OrganisationId): Promise<void> {
  await tx
    .updateTable('delegations.member')
    .set({ function: 'member' })
    .where('missionId', '=', missionId)
    .where('organisationId', '=', organisationId)
    .where('function', '=', 'head')
    .where('state', '=', 'registered')
    .execute()
}

/** Someone of the same names and organisation who withdrew from this sub-delegation: the latest. Same key as the constraint. */
export async function findWithdrawn(
  tx: Tx,
  missionId: string,
  organisationId: OrganisationId,
  draft: MemberDraft,
): Promise<MemberId | null> {
  const { rows } = await sql<{ id: MemberId }>`
    select id from delegations.member
      where mission_id = ${missionId} and organisation_id = ${organisationId} and state = 'withdrawn'
        and identity_key = app.fold(${draft.familyName}::text || '|' || ${draft.givenName}::text || '|' || coalesce(${draft.represents}::text, ''))
      order by created_at desc, id limit 1 for no key update`.execute(tx)
  return rows[0]?.id ?? null
}
