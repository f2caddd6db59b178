import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { PersonId } from '#modules/directory/index.ts'
import type { MemberContact, MemberId, MemberState } from '../domain/member.ts'
import type { MemberDraft } from '../domain/registration.ts'

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
