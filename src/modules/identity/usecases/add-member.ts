import type pg from 'pg'
import type { AccountId, OrganisationId, Role } from '#platform/actor.ts'

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
