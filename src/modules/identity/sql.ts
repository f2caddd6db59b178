import { sql } from 'kysely'
import type pg from 'pg'
import type { AccountId, OrganisationId, Role } from '#platform/actor.ts'
import type { Databases, Tx } from '#platform/db.ts'
import type { ComposedMail } from '#platform/mail.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Auth } from './auth.ts'
import type { Credentials, SessionDoor } from './domain/credentials.ts'
import type { OpenedInvitation } from './domain/invitation-link.ts'
import type { ApiKey, ApiKeyId, Invitation, InvitationId, KeyRole, Member, MembershipId } from './domain/membership.ts'
import type { CardDraft, CardIdentifier } from './domain/own-card.ts'
import type { Workspace } from './domain/workspace.ts'

type AuthPool = Pick<Auth, 'pool'>

/** Whether the first-run page is still to be shown. */
export async function isEmpty(db: Databases): Promise<boolean> {
  const { rows } = await sql<{ isEmpty: boolean }>`select identity.is_empty() as is_empty`.execute(db.web)
  return rows[0]?.isEmpty === true
}

/** The language a person reads, by their address; French when nobody has it. */
export async function localeOfAddress({ pool }: AuthPool, email: string): Promise<Locale> {
  const { rows } = await pool.query<{ locale: Locale }>('select locale from auth."user" where email = lower($1)', [email])
  return rows[0]?.locale ?? 'fr'
}

export type DemoAccount = {
  readonly id: AccountId
  readonly name: string
  readonly organisationName: string
  readonly roles: readonly Role[]
}

/** The fictitious people one may become in one click. */
export async function listDemoAccounts({ pool }: AuthPool): Promise<DemoAccount[]> {
  const { rows } = await pool.query<DemoAccount>(`
    select distinct on (u.id) u.id, u.name, m.organisation_name as "organisationName", m.roles
    from auth."user" u cross join lateral identity.memberships_of(u.id) m
    where u."isDemo" order by u.id, m.organisation_name`)
  return rows
}

export async function isDemoAccount({ pool }: AuthPool, accountId: AccountId): Promise<boolean> {
  const { rowCount } = await pool.query('select from auth."user" where id = $1 and "isDemo"', [accountId])
  return rowCount === 1
}

/** How a session was opened, or null when it is no more. */
export async function sessionDoor({ pool }: AuthPool, token: string): Promise<SessionDoor | null> {
  const { rows } = await pool.query<{ openedBy: SessionDoor | null }>('select "openedBy" from auth.session where token = $1', [token])
  return rows[0]?.openedBy ?? null
}

/** Remembers for the rest of the session which organisation it acts for. */
export async function chooseOrganisation({ pool }: AuthPool, token: string, organisationId: OrganisationId): Promise<void> {
  await pool.query('update auth.session set "organisationId" = $2 where token = $1', [token, organisationId])
}

/** Queues a message that belongs to no organisation, in the transaction of the change it tells. */
export async function queueSystemMail(tx: Tx, recipient: string, language: Locale, mail: ComposedMail): Promise<void> {
  await sql`select app.queue_system_mail(${recipient}, ${language}, ${mail.subject}, ${mail.text}, ${mail.html})`.execute(tx)
}

/** The members of the acting organisation. */
export async function listMembers(tx: Tx): Promise<Member[]> {
  return tx
    .selectFrom('identity.accountCard')
    .select(['membershipId', 'id as accountId', 'name', 'email', 'roles', 'version', 'createdAt as since'])
    .orderBy(sql`app.fold(name)`)
    .orderBy('membershipId')
    .$castTo<Member>()
    .execute()
}

/** One member, locked together with every administrator, so that two of them cannot step down at once unseen. */
export async function lockMember(tx: Tx, membershipId: MembershipId): Promise<{ member: Member; otherAdministratorCount: number } | null> {
  await sql`select from identity.membership where organisation_id = app.actor_organisation() and (id = ${membershipId} or 'administrator' = any (roles)) order by id for update`.execute(
    tx,
  )
  const members = await listMembers(tx)
  const member = members.find((each) => each.membershipId === membershipId)
  if (!member) return null
  return { member, otherAdministratorCount: members.filter((each) => each !== member && each.roles.includes('administrator')).length }
}

/** `version` is the one the person was looking at; false when someone changed the membership since. */
export async function changeRoles(tx: Tx, membershipId: MembershipId, version: number, roles: readonly Role[]): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('identity.membership')
    .set({ roles: [...roles] })
    .where('id', '=', membershipId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function removeMember(tx: Tx, membershipId: MembershipId): Promise<void> {
  await tx.deleteFrom('identity.membership').where('id', '=', membershipId).execute()
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

export async function listApiKeys(tx: Tx): Promise<ApiKey[]> {
  return tx
    .selectFrom('identity.apiKey as k')
    .leftJoin('identity.apiKeyUse as u', 'u.apiKeyId', 'k.id')
    .select(['k.id', 'k.name', 'k.tokenHint as hint', 'k.roles', 'k.createdAt', 'k.expiresAt', 'k.revokedAt', 'u.usedOn'])
    .orderBy('k.createdAt', 'desc')
    .orderBy('k.id')
    .$castTo<ApiKey>()
    .execute()
}

export type NewApiKey = {
  readonly name: string
  readonly roles: readonly KeyRole[]
  readonly expiresAt: Instant | null
  readonly tokenDigest: Buffer
  readonly tokenHint: string
}

export async function addApiKey(tx: Tx, key: NewApiKey): Promise<void> {
  await tx
    .insertInto('identity.apiKey')
    .values({ ...key, roles: [...key.roles] })
    .execute()
}

export async function revokeApiKey(tx: Tx, id: ApiKeyId, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('identity.apiKey')
    .set({ revokedAt: now })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What the acting organisation set for itself. */
export async function loadWorkspace(tx: Tx): Promise<Workspace | null> {
  const row = await tx.selectFrom('identity.workspace').select(['currency', 'timeZone', 'locale', 'version']).executeTakeFirst()
  return (row as Workspace | undefined) ?? null
}

export async function changeWorkspace(tx: Tx, version: number, change: Omit<Workspace, 'version'>): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('identity.workspace').set(change).where('version', '=', version).executeTakeFirst()
  return numUpdatedRows === 1n
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

/** What an account can sign in with, and its live sessions, the latest first. `token` is that of the session in use. */
export async function loadCredentials({ pool }: AuthPool, accountId: AccountId, token: string): Promise<Credentials> {
  const { rows } = await pool.query<Credentials>(
    `select exists (select from auth.account a where a."userId" = u.id and a."providerId" = 'credential' and a.password is not null) as "hasPassword",
            coalesce(u."twoFactorEnabled", false) as "hasSecondFactor",
            coalesce((select extract(epoch from now() - s."createdAt") / 60 from auth.session s where s.token = $2), 1e6)::float8 as "sessionAgeMinutes",
            coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'addedAt', p."createdAt") order by p."createdAt")
                      from auth.passkey p where p."userId" = u.id), '[]') as passkeys,
            coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'openedAt', s."createdAt", 'expiresAt', s."expiresAt", 'openedBy', s."openedBy",
                        'userAgent', coalesce(s."userAgent", ''), 'network', coalesce(s."ipAddress", ''), 'isThisOne', s.token = $2) order by s."createdAt" desc)
                      from auth.session s where s."userId" = u.id and s."expiresAt" > now()), '[]') as sessions
     from auth."user" u where u.id = $1`,
    [accountId, token],
  )
  const row = rows[0]
  if (!row) throw new Error('the account in use does not exist')
  return row
}

export async function changeProfile(
  { pool }: AuthPool,
  accountId: AccountId,
  profile: { readonly name: string; readonly locale: Locale },
): Promise<void> {
  await pool.query('update auth."user" set name = $2, locale = $3, "updatedAt" = now() where id = $1', [
    accountId,
    profile.name,
    profile.locale,
  ])
}

export async function changeLocale({ pool }: AuthPool, accountId: AccountId, locale: Locale): Promise<void> {
  await pool.query('update auth."user" set locale = $2, "updatedAt" = now() where id = $1', [accountId, locale])
}

export async function endSession({ pool }: AuthPool, accountId: AccountId, sessionId: string): Promise<void> {
  await pool.query('delete from auth.session where "userId" = $1 and id::text = $2', [accountId, sessionId])
}

export async function endOtherSessions({ pool }: AuthPool, accountId: AccountId, token: string): Promise<void> {
  await pool.query('delete from auth.session where "userId" = $1 and token <> $2', [accountId, token])
}

export async function forgetPasskey({ pool }: AuthPool, accountId: AccountId, passkeyId: string): Promise<void> {
  await pool.query('delete from auth.passkey where "userId" = $1 and id::text = $2', [accountId, passkeyId])
}

export async function deleteAccount({ pool }: AuthPool, accountId: AccountId): Promise<void> {
  await pool.query('delete from auth."user" where id = $1', [accountId])
}

/** @throws a violation of `the_first_organisation_is_founded_once` when someone was quicker. */
export async function foundFirst(db: Databases, parameters: readonly unknown[]): Promise<void> {
  await sql`select identity.found_first(${sql.join(parameters.map((parameter) => sql`${parameter}`))})`.execute(db.web)
}

/** Changes the card of the acting organisation; false when someone did since that version. */
export async function changeOwnCard(tx: Tx, draft: CardDraft, identifiers: readonly CardIdentifier[]): Promise<boolean> {
  const { rows } = await sql<{ isChanged: boolean }>`
    select identity.change_own_card(${draft.version}, ${draft.name}, ${JSON.stringify(draft.names)}::jsonb, ${draft.website},
      ${JSON.stringify(identifiers)}::jsonb) as is_changed`.execute(tx)
  return rows[0]?.isChanged === true
}
