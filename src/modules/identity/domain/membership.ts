import type { AccountId, Role } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'

export type MembershipId = Id<'membership'>
export type InvitationId = Id<'invitation'>
export type ApiKeyId = Id<'apiKey'>

export type Member = {
  readonly membershipId: MembershipId
  readonly accountId: AccountId
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly version: number
  readonly since: Instant
}

export type Invitation = {
  readonly id: InvitationId
  readonly email: string
  readonly roles: readonly Role[]
  readonly invitedAt: Instant
  readonly expiresAt: Instant
}

/** A key never administers: it could otherwise invite whoever holds it. */
export const keyRoles = ['officer', 'finance', 'assembly', 'reader'] as const satisfies readonly Role[]
export type KeyRole = (typeof keyRoles)[number]

export type ApiKey = {
  readonly id: ApiKeyId
  readonly name: string
  readonly hint: string
  readonly roles: readonly KeyRole[]
  readonly createdAt: Instant
  readonly expiresAt: Instant | null
  readonly revokedAt: Instant | null
  readonly usedOn: LocalDate | null
}

export type LastAdministrator = { readonly code: 'organisation_keeps_an_administrator' }

/**
 * Whether a member may lose their roles, or keep only `remaining`. The code is the name of the constraint that
 * says the same in the database, should two administrators leave at the same instant.
 */
export function decideRoles(
  member: Pick<Member, 'roles'>,
  remaining: readonly Role[],
  otherAdministratorCount: number,
): Outcome<readonly Role[], LastAdministrator> {
  const steps = member.roles.includes('administrator') && !remaining.includes('administrator')
  return steps && otherAdministratorCount === 0 ? refused({ code: 'organisation_keeps_an_administrator' }) : ok(remaining)
}
