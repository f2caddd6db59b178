import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { mayChangeMission, nameHead } from '#modules/missions/index.ts'
import '../domain/events.ts'
import type { MemberId } from '../domain/member.ts'
import type { WithdrawalProblem } from '../domain/problems.ts'
import { lockOwnMember, updateMember } from '../sql/own-members.ts'
import { openOwnSubDelegation } from './own-sub-delegation.ts'

/**
 * Someone does not travel after all. Their row stays: what they did or cost before stays true.
 * When they lead the whole mission, an organiser's withdrawal leaves that place open; another partner has to ask for a new head first.
 * @refuses already_withdrawn, the_head_of_a_mission_travels_with_it
 */
export async function withdrawMember(ctx: Ctx, missionId: string, memberId: string): Promise<Outcome<MemberId, WithdrawalProblem>> {
  const mission = await openOwnSubDelegation(ctx, missionId)
  const member = found(await lockOwnMember(ctx.tx, mission.id, memberId, ctx.actor.organisationId))
  if (member.state === 'withdrawn') return refused({ code: 'already_withdrawn' })
  if (member.isMissionHead) {
    if (!mayChangeMission(ctx.actor, mission.partners)) return refused({ code: 'the_head_of_a_mission_travels_with_it' })
    await nameHead(ctx, mission.id, null)
  }
  await ctx.journal.event('member.withdrawn')
  await updateMember(ctx.tx, member.id, { state: 'withdrawn' })
  return ok(member.id)
}

/**
 * Someone who had withdrawn travels again. They no longer lead: another may do so by now.
 * @refuses not_withdrawn, and by the database a_name_is_listed_once_per_sub_delegation
 */
export async function readmitMember(ctx: Ctx, missionId: string, memberId: string): Promise<Outcome<MemberId, WithdrawalProblem>> {
  const mission = await openOwnSubDelegation(ctx, missionId)
  const member = found(await lockOwnMember(ctx.tx, mission.id, memberId, ctx.actor.organisationId))
  if (member.state === 'registered') return refused({ code: 'not_withdrawn' })
  await ctx.journal.event('member.returned')
  await updateMember(ctx.tx, member.id, { state: 'registered', ...(member.function === 'head' ? { function: 'member' } : {}) })
  return ok(member.id)
}
