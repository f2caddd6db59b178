import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import { mayChangeDelegation } from '../domain/rights.ts'

/** The first two beats of every use-case here: the mission exists for this actor, who may write its own sub-delegation. */
export async function openOwnSubDelegation(ctx: Ctx, missionId: string): Promise<Mission> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayChangeDelegation(ctx.actor, mission.partners))
  return mission
}
