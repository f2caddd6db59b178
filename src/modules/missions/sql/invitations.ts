import { sql } from 'kysely'
import type pg from 'pg'
import type { AccountId, OrganisationId } from '#platform/actor.ts'
import type { Databases, Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { MissionId } from '../domain/mission.ts'
import type { OpenedOffer, PartnerInvitation, PartnerInvitationId, ReceivedInvitation } from '../domain/partnership.ts'

/** Every invitation to a mission, the latest first. None for who does not organise it: the database sees to that. */
export async function listInvitations(tx: Tx, missionId: string): Promise<PartnerInvitation[]> {
  return tx
    .selectFrom('missions.partnerInvitation')
    .where('missionId', '=', missionId)
    .select(['id', 'organisationName', 'invitedOrganisationId', 'email', 'language', 'role', 'workstream', 'message'])
    .select(['invitedAt', 'expiresAt', 'state', 'answeredAt', 'reason'])
    .orderBy('invitedAt', 'desc')
    .orderBy('id')
    .$castTo<PartnerInvitation>()
    .execute()
}

/** One that waits for its answer, expired or not, locked. */
export async function lockOpenInvitation(tx: Tx, missionId: string, id: string): Promise<PartnerInvitation | null> {
  const row = await tx
    .selectFrom('missions.partnerInvitation')
    .where('missionId', '=', missionId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .select(['id', 'organisationName', 'invitedOrganisationId', 'email', 'language', 'role', 'workstream', 'message'])
    .select(['invitedAt', 'expiresAt', 'state', 'answeredAt', 'reason'])
    .forUpdate()
    .executeTakeFirst()
  return (row as PartnerInvitation | undefined) ?? null
}

export type NewInvitation = Pick<
  PartnerInvitation,
  'organisationName' | 'invitedOrganisationId' | 'email' | 'language' | 'role' | 'workstream' | 'message' | 'invitedAt' | 'expiresAt'
> & {
  readonly missionId: MissionId
  /** The seat of the card that becomes the organisation's own. */
  readonly seatId: string | null
  readonly tokenDigest: Buffer | null
}

export async function addInvitation(tx: Tx, invitation: NewInvitation): Promise<PartnerInvitationId> {
  const { id } = await tx.insertInto('missions.partnerInvitation').values(invitation).returning('id').executeTakeFirstOrThrow()
  return id as PartnerInvitationId
}

/** A new link and a new term; the former link dies. */
export async function renewInvitation(
  tx: Tx,
  id: PartnerInvitationId,
  renewal: { readonly tokenDigest: Buffer | null; readonly invitedAt: Instant; readonly expiresAt: Instant },
): Promise<void> {
  await tx.updateTable('missions.partnerInvitation').set(renewal).where('id', '=', id).execute()
}

export async function revokeInvitation(tx: Tx, id: PartnerInvitationId, now: Instant, accountId: AccountId | null): Promise<void> {
  await tx
    .updateTable('missions.partnerInvitation')
    .set({ state: 'revoked', answeredAt: now, answeredBy: accountId })
    .where('id', '=', id)
    .execute()
}

/** What the acting organisation is asked and has not answered, in time. */
export async function listReceived(tx: Tx, now: Instant): Promise<ReceivedInvitation[]> {
  return tx
    .selectFrom('missions.receivedInvitation')
    .where('expiresAt', '>', now)
    .selectAll()
    .orderBy('invitedAt')
    .$castTo<ReceivedInvitation>()
    .execute()
}

/** By the digest of its token: the holder of the link is nobody yet, so this does not pass through an actor. */
export async function openOffer({ web }: Pick<Databases, 'web'>, digest: Buffer, now: Instant): Promise<OpenedOffer | null> {
  const { rows } = await sql<OpenedOffer>`select * from missions.partner_invitation_of(${digest}, ${now})`.execute(web)
  return rows[0] ?? null
}

/** How an invitation is answered: by the link, or by the organisation that was asked. */
export type InvitationKey = { readonly digest: Buffer } | { readonly id: string }

function keyOf(key: InvitationKey) {
  return 'digest' in key ? sql`null, ${key.digest}` : sql`${key.id}, null`
}

/** The mission at which the acting organisation now sits, or null when it may not. */
export async function takeSeat(tx: Tx, key: InvitationKey, now: Instant): Promise<MissionId | null> {
  const { rows } = await sql<{ missionId: MissionId | null }>`select missions.take_seat(${keyOf(key)}, ${now}) as mission_id`.execute(tx)
  return rows[0]?.missionId ?? null
}

/** @param founding in the order of `identity.found` */
export async function foundAndTakeSeat(
  { web }: Pick<Databases, 'web'>,
  digest: Buffer,
  now: Instant,
  founding: readonly (string | null)[],
): Promise<MissionId | null> {
  const { rows } = await sql<{ missionId: MissionId | null }>`
    select missions.found_and_take_seat(${digest}, ${now}, ${sql.join(founding.map((value) => sql`${value}`))}) as mission_id`.execute(web)
  return rows[0]?.missionId ?? null
}

export async function decline(run: Tx | Databases['web'], key: InvitationKey, now: Instant, reason: string): Promise<boolean> {
  const { rows } = await sql<{
    isDeclined: boolean
  }>`select missions.decline_invitation(${keyOf(key)}, ${now}, ${reason}) as is_declined`.execute(run)
  return rows[0]?.isDeclined === true
}

/** An invitation as a background task tells it. */
export type ToldInvitation = {
  readonly missionId: MissionId
  readonly organisationId: OrganisationId
  readonly invitedOrganisationId: OrganisationId | null
  readonly invitedBy: AccountId | null
  readonly organisationName: string
  readonly acceptedName: string | null
  readonly inviterOrganisation: string
  readonly title: Localized
  readonly state: PartnerInvitation['state']
  readonly reason: string | null
  readonly language: Locale
}

export async function loadToldInvitation(owner: Pick<pg.ClientBase, 'query'>, id: string): Promise<ToldInvitation | null> {
  const { rows } = await owner.query<ToldInvitation>(
    `select i.mission_id as "missionId", i.organisation_id as "organisationId", i.invited_organisation_id as "invitedOrganisationId",
            i.invited_by as "invitedBy", i.organisation_name as "organisationName", a.name as "acceptedName", o.name as "inviterOrganisation",
            m.title, i.state, i.reason, i.language
       from missions.partner_invitation i
       join missions.mission m on m.id = i.mission_id
       join directory.pub_organisation o on o.id = i.organisation_id
       left join directory.pub_organisation a on a.id = i.accepted_organisation_id
      where i.id = $1`,
    [id],
  )
  return rows[0] ?? null
}
