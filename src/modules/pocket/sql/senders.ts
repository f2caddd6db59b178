import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Contact, ReceiptState } from '../domain/agenda.ts'
import type { PassLine } from '../domain/pass.ts'

/** The members an organisation sends, and where the pocket of each stands. */
export async function listPasses(
  tx: Tx,
  missionId: string,
  organisationId: OrganisationId,
  now: Instant,
  memberId?: string,
): Promise<PassLine[]> {
  const { rows } = await sql<PassLine>`
    select m.id as member_id, m.given_name || ' ' || m.family_name as name, c.email, p.link_sent_at, p.calendar_since, coalesce(p.invitations, false) as invitations,
           p.revoked_at, coalesce(s.link_is_open, false) as link_is_open, coalesce(s.device_count, 0) as device_count, s.seen_at
      from delegations.pub_member m
      left join delegations.pub_contact c on c.member_id = m.id
      left join pocket.pass p on p.member_id = m.id
      left join lateral (
        select bool_or(kind = 'link') as link_is_open, count(*) filter (where kind = 'device')::int as device_count,
               max(seen_at) filter (where kind = 'device') as seen_at
          from pocket.secret where pass_id = p.id and ended_at is null and (expires_at is null or expires_at > ${now})
      ) s on true
      where m.mission_id = ${missionId} and m.organisation_id = ${organisationId} and (${memberId ?? null}::uuid is null or m.id = ${memberId ?? null})
      order by app.fold(m.family_name), app.fold(m.given_name), m.id`.execute(tx)
  return rows
}

/** The pass of a member, made when there is none, locked. */
export async function openPass(tx: Tx, missionId: string, memberId: string): Promise<string> {
  await tx
    .insertInto('pocket.pass')
    .values({ missionId, memberId })
    .onConflict((conflict) => conflict.column('memberId').doNothing())
    .execute()
  const { id } = await tx.selectFrom('pocket.pass').where('memberId', '=', memberId).select('id').forUpdate().executeTakeFirstOrThrow()
  return id
}

export async function changePass(
  tx: Tx,
  passId: string,
  change: {
    readonly linkSentAt?: Instant
    readonly invitations?: boolean
    readonly revokedAt?: Instant | null
    readonly calendarSince?: null
  },
): Promise<void> {
  await tx.updateTable('pocket.pass').set(change).where('id', '=', passId).execute()
}

/** Ends what opens a pass: its link, or everything. */
export async function endSecrets(tx: Tx, passId: string, which: 'link' | 'all', now: Instant): Promise<void> {
  await tx
    .updateTable('pocket.secret')
    .set({ endedAt: now })
    .where('passId', '=', passId)
    .where('endedAt', 'is', null)
    .$if(which === 'link', (query) => query.where('kind', '=', 'link'))
    .execute()
}

/** A personal link, good for as long as a pocket lasts. */
export async function insertLink(
  tx: Tx,
  link: { readonly passId: string; readonly memberId: string; readonly missionId: string; readonly digest: Buffer },
  organisationId: OrganisationId,
  now: Instant,
): Promise<void> {
  await sql`insert into pocket.secret (pass_id, member_id, mission_id, organisation_id, kind, digest, made_at, expires_at)
    values (${link.passId}, ${link.memberId}, ${link.missionId}, ${organisationId}, 'link', ${link.digest}, ${now}, pocket.lasting(${link.missionId}, ${now}))`.execute(
    tx,
  )
}

/** Invites a calendar to all that is in its agenda already. */
export async function catchUp(tx: Tx, memberId: string): Promise<void> {
  await sql`select pocket.catch_up(${memberId})`.execute(tx)
}

/** A contact, and whether it is one's own to withdraw. */
export type PublishedContact = Contact & { readonly organisationId: OrganisationId; readonly isShared: boolean }

export async function listContacts(tx: Tx, missionId: string): Promise<PublishedContact[]> {
  const { rows } = await sql<PublishedContact>`
    select c.id, c.name, c.duty, c.phone, c.is_shared, c.organisation_id, o.name as organisation_name
      from pocket.contact c join directory.pub_organisation o on o.id = c.organisation_id
      where c.mission_id = ${missionId} order by c.organisation_id = app.actor_organisation() desc, c.created_at, c.id`.execute(tx)
  return rows
}

export async function insertContact(
  tx: Tx,
  missionId: string,
  contact: Pick<Contact, 'name' | 'duty' | 'phone'> & { readonly isShared: boolean },
): Promise<void> {
  await tx
    .insertInto('pocket.contact')
    .values({ missionId, ...contact })
    .execute()
}

export async function deleteContact(tx: Tx, missionId: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('pocket.contact')
    .where('id', '=', id)
    .where('missionId', '=', missionId)
    .where('organisationId', '=', sql<string>`app.actor_organisation()`)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}

/** A receipt as those who keep the ledger see it. */
export type ReceivedReceipt = {
  readonly id: string
  readonly fileId: string
  readonly label: string
  readonly name: string
  readonly takenAt: Instant
  readonly state: ReceiptState
  readonly reason: string | null
}

/** The receipts handed in to the acting organisation, those that wait first. */
export async function listReceipts(tx: Tx, missionId: string): Promise<ReceivedReceipt[]> {
  const { rows } = await sql<ReceivedReceipt>`
    select r.id, r.file_id, r.label, m.given_name || ' ' || m.family_name as name, r.taken_at, r.state, r.reason
      from pocket.receipt r join delegations.pub_member m on m.id = r.member_id
      where r.mission_id = ${missionId} and r.organisation_id = app.actor_organisation()
      order by r.state = 'handed_in' desc, r.taken_at desc, r.id`.execute(tx)
  return rows
}

/** A receipt someone handed in, as their page names it. */
export type ReceiptOf = Pick<ReceivedReceipt, 'id' | 'label' | 'takenAt' | 'state'> & {
  readonly missionId: string
  readonly missionTitle: Localized
}

/** The receipts that some members of the acting organisation handed in, the latest first. */
export async function listReceiptsOf(tx: Tx, memberIds: readonly string[]): Promise<ReceiptOf[]> {
  const { rows } = await sql<ReceiptOf>`
    select r.id, r.label, r.taken_at, r.state, r.mission_id, m.title as mission_title
      from pocket.receipt r join missions.pub_mission m on m.id = r.mission_id
      where r.member_id = any (${memberIds}::uuid[]) and r.organisation_id = app.actor_organisation()
      order by r.taken_at desc, r.id limit 200`.execute(tx)
  return rows
}

/** False when there is no such receipt that waits. */
export async function answerReceipt(
  tx: Tx,
  missionId: string,
  id: string,
  answer: { readonly state: 'entered' | 'declined'; readonly reason: string | null },
  now: Instant,
): Promise<boolean> {
  const row = await tx
    .updateTable('pocket.receipt')
    .set({ ...answer, answeredAt: now })
    .where('id', '=', id)
    .where('missionId', '=', missionId)
    .where('organisationId', '=', sql<string>`app.actor_organisation()`)
    .where('state', '=', 'handed_in')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
