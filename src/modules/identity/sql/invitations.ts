import { sql } from 'kysely'
import type pg from 'pg'
import type { AccountId, OrganisationId, Role } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { ComposedMail } from '#platform/mail.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Auth } from '../auth.ts'
import type { OpenedInvitation } from '../domain/invitation-link.ts'
import type { Invitation, InvitationId } from '../domain/membership.ts'

type AuthPool = Pick<Auth, 'pool'>

/** Queues a message that belongs to no organisation, in the transaction of the change it tells. */
export async function queueSystemMail(tx: Tx, recipient: string, language: Locale, mail: ComposedMail): Promise<void> {
  await sql`select app.queue_system_mail(${recipient}, ${language}, ${mail.subject}, ${mail.text}, ${mail.html})`.execute(tx)
}

/** Neither accepted nor withdrawn; expired ones stay in the list, so that someone notices. */
export async function listInvitations(tx: Tx): Promise<Invitation[]> {
  return tx
    .selectFrom('identity.invitation')
    .select(['id', 'email', 'roles', 'invitedAt', 'expiresAt'])
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .orderBy('invitedAt', 'desc')
    .orderBy('id')
    .$castTo<Invitation>()
    .execute()
}

/** Withdraws what is still open, by id or by address. How many were. */
export async function withdrawInvitations(
  tx: Tx,
  which: { readonly id: InvitationId } | { readonly email: string },
  now: Instant,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('identity.invitation')
    .set({ withdrawnAt: now })
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where((eb) => ('id' in which ? eb('id', '=', which.id) : eb('email', '=', which.email)))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export type NewInvitation = {
  readonly email: string
  readonly roles: readonly Role[]
  readonly tokenDigest: Buffer
  readonly invitedAt: Instant
  readonly expiresAt: Instant
}

export async function addInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  await tx
    .insertInto('identity.invitation')
    .values({ ...invitation, roles: [...invitation.roles] })
    .execute()
}

/** An invitation by the digest of its token; the holder of the link is nobody yet, so it does not pass through an actor. */
export async function openInvitation({ pool }: AuthPool, digest: Buffer): Promise<OpenedInvitation | null> {
  const { rows } = await pool.query<OpenedInvitation>(
    `select invitation_id as "invitationId", organisation_id as "organisationId", organisation_name as "organisationName", email, roles,
            inviter_name as "inviterName", state, account_id as "accountId", locale
     from identity.invitation_of($1)`,
    [digest],
  )
  return rows[0] ?? null
}

/** The organisation joined, or null when the invitation is no longer open or is for another address. Atomic. */
export async function acceptInvitation(
  client: Pick<pg.Pool | pg.PoolClient, 'query'>,
  digest: Buffer,
  accountId: AccountId,
): Promise<OrganisationId | null> {
  const { rows } = await client.query<{ organisationId: OrganisationId | null }>(
    'select identity.accept_invitation($1, $2) as "organisationId"',
    [digest, accountId],
  )
  return rows[0]?.organisationId ?? null
}
