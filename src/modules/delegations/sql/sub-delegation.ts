import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { MemberContact, MemberId } from '../domain/member.ts'
import type { KnownMember } from '../domain/import-plan.ts'
import type { MemberDraft } from '../domain/registration.ts'

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
