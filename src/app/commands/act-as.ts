import type { AccountId, OrganisationId, Role } from '#platform/actor.ts'
import type { Caller } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { UsageError } from './command.ts'

/** Someone who may act for an organisation. */
export type Membership = {
  readonly accountId: AccountId
  readonly organisationId: OrganisationId
  readonly email: string
  readonly organisation: string
  readonly siren: string | null
  readonly roles: readonly Role[]
}

/** Everybody who acts for an organisation here, officers of each organisation first. */
export async function listMemberships(ownerUrl: string, email?: string): Promise<Membership[]> {
  return withOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<Membership>(
      `select m.account_id as "accountId", m.organisation_id as "organisationId", u.email, o.name as organisation, m.roles,
              (select i.value from directory.organisation_identifier i where i.organisation_id = o.id and i.scheme = 'FR-SIREN' limit 1) as siren
         from identity.membership m
         join auth."user" u on u.id = m.account_id
         join directory.organisation o on o.id = m.organisation_id
        where $1::text is null or lower(u.email) = lower($1)
        order by o.name, o.id, not ('officer' = any (m.roles)), u.email`,
      [email ?? null],
    )
    return rows
  })
}

/**
 * Who a command acts as: the account of `email`, for the organisation named by its name, its SIREN or its id. The operator of the
 * machine is trusted; what is done is done with that account's roles and in its name.
 * @throws UsageError that says whom to name
 */
export async function callerOf(ownerUrl: string, email: string | undefined, organisation: string | undefined): Promise<Caller> {
  if (!email) throw new UsageError('Say who acts: --as EMAIL')
  const memberships = await listMemberships(ownerUrl, email)
  if (memberships.length === 0) throw new UsageError(`${email} acts for no organisation here`)
  const names = memberships.map((membership) => membership.organisation).join(', ')
  const wanted = memberships.filter(
    (membership) =>
      organisation === undefined || [membership.organisation, membership.siren, membership.organisationId].includes(organisation),
  )
  const [only, ...others] = wanted
  if (!only) throw new UsageError(`${email} does not act for ${organisation}, but for: ${names}`)
  if (others.length > 0) throw new UsageError(`${email} acts for several organisations; say which with --for: ${names}`)
  return { kind: 'account', accountId: only.accountId, organisationId: only.organisationId }
}
