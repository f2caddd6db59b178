import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type Mission, mayChangeMission } from '#modules/missions/index.ts'
import { changedFields, factsOf, isFrozen } from '../domain/change.ts'
import '../domain/events.ts'
import { type MemberDraft, type RegistrationProblem, decideRegistration } from '../domain/registration.ts'
import { type OwnMember, loadOwnMember, lockOwnMember, saveContact, updateMember } from '../sql/own-members.ts'
import { addChangeRequest, loadFreeze } from '../sql/changes.ts'
import { openOwnSubDelegation } from './own-sub-delegation.ts'

export type StaleMember = { readonly code: 'stale_edit'; readonly saved: OwnMember }

/**
 * Once the delegation is frozen, what every partner reads of someone becomes a request to those who organise; the rest still applies at once.
 *
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
): Promise<Outcome<OwnMember, StaleMember | RegistrationProblem>> {
  const mission = await openOwnSubDelegation(ctx, missionId)
  const member = found(await lockOwnMember(ctx.tx, mission.id, memberId, ctx.actor.organisationId))
  if (member.version !== version) return refused({ code: 'stale_edit', saved: member })
  const decided = decideRegistration(draft)
  if (!decided.ok) return decided
  const { contact, ...values } = decided.value
  const applied = (await asksFirst(ctx, mission)) ? await ask(ctx, mission, member, values) : values
  await ctx.journal.event('member.changed')
  await updateMember(ctx.tx, member.id, applied)
  await saveContact(ctx.tx, mission.id, member.id, contact)
  return ok(found(await loadOwnMember(ctx.tx, mission.id, member.id, ctx.actor.organisationId)))
}

/** Whether those who organise decide first: they need no leave of their own. */
export async function asksFirst(ctx: Ctx, mission: Mission): Promise<boolean> {
  return isFrozen(await loadFreeze(ctx.tx, mission.id), ctx.today) && !mayChangeMission(ctx.actor, mission.partners)
}

/** Files the request, and answers what applies all the same. */
async function ask(ctx: Ctx, mission: Mission, member: OwnMember, values: Omit<MemberDraft, 'contact'>) {
  const becomes = factsOf(values)
  if (changedFields(member, becomes).length > 0) {
    await ctx.journal.event('change.asked')
    await addChangeRequest(ctx.tx, {
      missionId: mission.id,
      memberId: member.id,
      askedName: ctx.actor.name,
      askedAt: ctx.now,
      was: factsOf(member),
      becomes,
    })
  }
  return { function: values.function, externalKey: values.externalKey }
}
