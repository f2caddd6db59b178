import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { mayChangeMission } from '../domain/rights.ts'
import { lockMission, updateMission } from '../sql/missions.ts'

/** Names the head of the whole delegation, any member of any partner; null leaves the place open. */
export async function nameHead(ctx: Ctx, missionId: string, memberId: string | null): Promise<Outcome<null, never>> {
  const mission = found(await lockMission(ctx.tx, missionId))
  allow(mayChangeMission(ctx.actor, mission.partners))
  await ctx.journal.event('mission.changed')
  await updateMission(ctx.tx, mission.id, { headMemberId: memberId })
  return ok(null)
}
