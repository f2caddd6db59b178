import { type Role, allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { type LastAdministrator, type MembershipId, decideRoles } from '../domain/membership.ts'
import { mayManageMembers } from '../domain/rights.ts'
import * as sql from '../sql/members.ts'

/**
 * Gives a member other roles, from their next request on.
 * @refuses organisation_keeps_an_administrator, stale_edit: someone changed the same member since
 */
export async function changeRoles(
  ctx: Ctx,
  membershipId: MembershipId,
  version: number,
  roles: readonly Role[],
): Promise<Outcome<null, LastAdministrator | { readonly code: 'stale_edit' }>> {
  allow(mayManageMembers(ctx.actor))
  const { member, otherAdministratorCount } = found(await sql.lockMember(ctx.tx, membershipId))
  const decided = decideRoles(member, roles, otherAdministratorCount)
  if (!decided.ok) return decided
  await ctx.journal.event('member.roles_changed')
  return (await sql.changeRoles(ctx.tx, membershipId, version, decided.value)) ? ok(null) : refused({ code: 'stale_edit' })
}

/** Ends a membership, from the next request on; the account remains. @refuses organisation_keeps_an_administrator */
export async function removeMember(ctx: Ctx, membershipId: MembershipId): Promise<Outcome<null, LastAdministrator>> {
  allow(mayManageMembers(ctx.actor))
  const { member, otherAdministratorCount } = found(await sql.lockMember(ctx.tx, membershipId))
  const decided = decideRoles(member, [], otherAdministratorCount)
  if (!decided.ok) return decided
  await ctx.journal.event('member.removed')
  await sql.removeMember(ctx.tx, membershipId)
  return ok(null)
}
