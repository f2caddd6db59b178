import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { PersonId } from '#modules/directory/index.ts'
import { type MemberCounts, countsOf } from './domain/counts.ts'
import { type Member, type MemberCategory, type MemberContact, type MemberId, type MemberState, memberCategories } from './domain/member.ts'
import type { KnownMember } from './domain/import-plan.ts'
import type { MemberDraft } from './domain/registration.ts'

/** The legal person someone travels for, and its name folded so that two spellings are one. See `Represented`. */
const representedName = sql<string | null>`coalesce(m.represents, case when m.category in ('elected', 'staff') then o.name end)`
const representedId = sql<string | null>`app.fold(btrim(regexp_replace(${representedName}, '\\s+', ' ', 'g')))`
const sentByCompany = sql<boolean>`(m.category = 'company' or (o.kind = 'company' and m.represents is null))`

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

/** Someone as the partner that sends them knows them. */
export type OwnMember = MemberDraft & {
  readonly id: MemberId
  readonly state: MemberState
  readonly version: number
  readonly isMissionHead: boolean
  /** Their card in one's directory, once someone said which it is. */
  readonly personId: PersonId | null
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
           m.person_id,
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
  const members = await listMembers(tx, missionId, { state: 'any', memberId })
  return members[0] ?? null
}

type MemberValues = Omit<MemberDraft, 'contact'> & { readonly state: MemberState; readonly personId?: PersonId | null }

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

/** Nobody else changes these members before the end of the transaction; newcomers meet the constraints. */
export async function lockSubDelegation(tx: Tx, missionId: string, organisationId: OrganisationId): Promise<void> {
  await sql`select from delegations.member where mission_id = ${missionId} and organisation_id = ${organisationId} order by id for no key update`.execute(
    tx,
  )
}

/** The acting organisation's whole sub-delegation, withdrawn included, with the keys the constraint compares. */
export async function loadSubDelegation(tx: Tx, missionId: string, organisationId: OrganisationId): Promise<KnownMember[]> {
  const { rows } = await sql<KnownMember>`
    select m.id, m.given_name, m.family_name, m.category, m.capacity, m.represents, m.function, m.external_key, m.state,
           jsonb_build_object('email', c.email, 'phone', c.phone, 'notes', c.notes) as contact,
           app.fold(m.family_name || '|' || m.given_name) as name_key, app.fold(coalesce(m.represents, '')) as represents_key
      from delegations.member m
      left join delegations.member_contact c on c.member_id = m.id
      where m.mission_id = ${missionId} and m.organisation_id = ${organisationId}
      order by m.created_at desc, m.id`.execute(tx)
  return rows
}

/** Each text folded as the constraints do, in the same order. */
export async function foldTexts(tx: Tx, texts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ folded: string }>`
    select app.fold(text) as folded from unnest(${[...texts]}::text[]) with ordinality as given (text, position) order by position`.execute(
    tx,
  )
  return rows.map((row) => row.folded)
}

export type MemberRecord = Omit<MemberDraft, 'contact'> & { readonly id: MemberId }

const memberRecord = sql.raw(
  'as r (id uuid, given_name text, family_name text, category text, function text, capacity jsonb, represents text, external_key text)',
)

/** Many new members in one statement. */
export async function insertMembers(tx: Tx, missionId: string, members: readonly MemberRecord[]): Promise<void> {
  if (members.length === 0) return
  await sql`
    insert into delegations.member (id, mission_id, given_name, family_name, category, function, capacity, represents, external_key)
    select id, ${missionId}, given_name, family_name, category, function, capacity, represents, external_key
      from jsonb_to_recordset(${recordsOf(members)}::jsonb) ${memberRecord}`.execute(tx)
}

/** Many members changed in one statement, and registered again if they had withdrawn. */
export async function updateMembers(tx: Tx, members: readonly MemberRecord[]): Promise<void> {
  if (members.length === 0) return
  await sql`
    update delegations.member m
      set given_name = r.given_name, family_name = r.family_name, category = r.category, function = r.function, capacity = r.capacity,
          represents = r.represents, external_key = r.external_key, state = 'registered'
      from jsonb_to_recordset(${recordsOf(members)}::jsonb) ${memberRecord}
      where m.id = r.id`.execute(tx)
}

function recordsOf(members: readonly MemberRecord[]): string {
  return JSON.stringify(
    members.map(({ id, givenName, familyName, category, function: role, capacity, represents, externalKey }) => ({
      id,
      given_name: givenName,
      family_name: familyName,
      category,
      function: role,
      capacity,
      represents,
      external_key: externalKey,
    })),
  )
}

export type ContactRecord = MemberContact & { readonly memberId: MemberId }

/** The contacts of many members, each written, replaced, or taken away when nothing is left of it. */
export async function saveContacts(tx: Tx, missionId: string, contacts: readonly ContactRecord[]): Promise<void> {
  if (contacts.length === 0) return
  const records = JSON.stringify(contacts.map(({ memberId, email, phone, notes }) => ({ member_id: memberId, email, phone, notes })))
  const given = sql`jsonb_to_recordset(${records}::jsonb) as r (member_id uuid, email text, phone text, notes text)`
  await sql`delete from delegations.member_contact c using ${given}
    where c.member_id = r.member_id and coalesce(r.email, r.phone, r.notes) is null`.execute(tx)
  await sql`
    insert into delegations.member_contact as c (member_id, mission_id, email, phone, notes)
    select member_id, ${missionId}, email, phone, notes from ${given} where coalesce(email, phone, notes) is not null
    on conflict (member_id) do update set email = excluded.email, phone = excluded.phone, notes = excluded.notes
      where (c.email, c.phone, c.notes) is distinct from (excluded.email, excluded.phone, excluded.notes)`.execute(tx)
}

/** Everyone of one sub-delegation with their contact, for the file its own people download. */
export async function listOwnMembers(tx: Tx, missionId: string, organisationId: OrganisationId): Promise<MemberDraft[]> {
  const members = await loadSubDelegation(tx, missionId, organisationId)
  return members.filter((member) => member.state === 'registered')
}

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
