import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { type MemberDraft, type RegistrationProblem, decideRegistration } from '../domain/registration.ts'
import * as sql from '../sql.ts'
import { openOwnSubDelegation } from './own-sub-delegation.ts'

export type StaleMember = { readonly code: 'stale_edit'; readonly saved: sql.OwnMember }

/**
 * Changes what is known of someone. `version` is the one the person was looking at: if a colleague saved since, nothing is
 * overwritten and the saved member comes back to be compared.
 * @refuses stale_edit, and all that `registerMember` refuses
 */
export async function changeMember(
  ctx: Ctx,
  missionId: string,
  memberId: string,
  version: number,
  draft: MemberDraft,
): Promise<Outcome<sql.OwnMember, StaleMember | RegistrationProblem>> {
  const mission = await openOwnSubDelegation(ctx, missionId)
  const member = found(await sql.lockOwnMember(ctx.tx, mission.id, memberId, ctx.actor.organisationId))
  if (member.version !== version) return refused({ code: 'stale_edit', saved: member })
  const decided = decideRegistration(draft)
  if (!decided.ok) return decided
  const { contact, ...values } = decided.value
  await ctx.journal.event('member.changed')
  await sql.updateMember(ctx.tx, member.id, values)
  await sql.saveContact(ctx.tx, mission.id, member.id, contact)
  return ok(found(await sql.loadOwnMember(ctx.tx, mission.id, member.id, ctx.actor.organisationId)))
}
