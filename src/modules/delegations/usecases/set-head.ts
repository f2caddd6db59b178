import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { loadMission, mayChangeMission, nameHead } from '#modules/missions/index.ts'
import '../domain/events.ts'
import type { MemberId } from '../domain/member.ts'
import type { HeadProblem } from '../domain/problems.ts'
import { loadMember } from '../sql/members.ts'
import { lockOwnMember, releaseHead, updateMember } from '../sql/own-members.ts'
import { openOwnSubDelegation } from './own-sub-delegation.ts'

/**
 * Makes someone the head of the acting organisation's sub-delegation, in place of whoever was.
 * @refuses withdrawn_leads_nobody
 */
export async function setHead(ctx: Ctx, missionId: string, memberId: string): Promise<Outcome<MemberId, HeadProblem>> {
  const mission = await openOwnSubDelegation(ctx, missionId)
  const member = found(await lockOwnMember(ctx.tx, mission.id, memberId, ctx.actor.organisationId))
  if (member.state === 'withdrawn') return refused({ code: 'withdrawn_leads_nobody' })
  await ctx.journal.event('member.head_named')
  await releaseHead(ctx.tx, mission.id, ctx.actor.organisationId)
  await updateMember(ctx.tx, member.id, { function: 'head' })
  return ok(member.id)
}

/**
 * Makes someone of any partner the head of the whole mission: for its organisers.
 * @refuses withdrawn_leads_nobody
 */
export async function setMissionHead(ctx: Ctx, missionId: string, memberId: string): Promise<Outcome<MemberId, HeadProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayChangeMission(ctx.actor, mission.partners))
  const member = found(await loadMember(ctx.tx, mission.id, memberId))
  if (member.state === 'withdrawn') return refused({ code: 'withdrawn_leads_nobody' })
  await nameHead(ctx, mission.id, member.id)
  return ok(member.id)
}
