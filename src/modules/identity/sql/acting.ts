import type pg from 'pg'
import type { AccountId, OrganisationId, Role } from '#platform/actor.ts'

/** Someone who may act for an organisation: what a command needs to know of them. */
export type ActingAccount = {
  readonly accountId: AccountId
  readonly email: string
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly roles: readonly Role[]
}

/** For the operator's commands: who acts for what here, those of each organisation together; of one address when it is given. */
export async function listActingAccounts(authPool: pg.Pool, email: string | null = null): Promise<ActingAccount[]> {
  const { rows } = await authPool.query<ActingAccount>(
    `select u.id as "accountId", u.email, m.organisation_id as "organisationId", m.organisation_name as "organisationName", m.roles
       from auth."user" u cross join lateral identity.memberships_of(u.id) m
      where $1::text is null or u.email = lower($1)
      order by m.organisation_name, m.organisation_id, u.email`,
    [email],
  )
  return rows
}
