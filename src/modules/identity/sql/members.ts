import { sql } from 'kysely'
import type pg from 'pg'
import type { AccountId, OrganisationId, Role } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Member, MembershipId } from '../domain/membership.ts'

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

/** Makes an account a member without an invitation. For the operator and the demonstration: needs the owner's connection. */
export async function addMember(
  owner: Pick<pg.Client, 'query'>,
  accountId: AccountId,
  organisationId: OrganisationId,
  roles: readonly Role[],
): Promise<void> {
  await owner.query('insert into identity.membership (account_id, organisation_id, roles) values ($1, $2, $3)', [
    accountId,
    organisationId,
    roles,
  ])
}

/** Someone a message of the product may be written to, and in which language. */
export type Addressee = { readonly accountId: AccountId; readonly name: string; readonly email: string; readonly locale: Locale }

/** Those who answer for an organisation: its officers and administrators. For background tasks, which act for nobody. */
export async function listOfficers(owner: Pick<pg.ClientBase, 'query'>, organisationId: OrganisationId): Promise<Addressee[]> {
  const { rows } = await owner.query<Addressee>(
    `select u.id as "accountId", u.name, u.email, u.locale
       from identity.membership m join auth."user" u on u.id = m.account_id
      where m.organisation_id = $1 and m.roles && array['officer', 'administrator']
      order by u.email`,
    [organisationId],
  )
  return rows
}

/** Those of these accounts that still belong to the organisation. For background tasks. */
export async function listMembersAmong(
  owner: Pick<pg.ClientBase, 'query'>,
  organisationId: OrganisationId,
  accountIds: readonly AccountId[],
): Promise<Addressee[]> {
  const { rows } = await owner.query<Addressee>(
    `select u.id as "accountId", u.name, u.email, u.locale
       from identity.membership m join auth."user" u on u.id = m.account_id
      where m.organisation_id = $1 and u.id = any ($2)
      order by u.email`,
    [organisationId, accountIds],
  )
  return rows
}
