import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import { mayPrepare } from '../domain/rights.ts'

/** The first two beats of every use-case about one's own people: the mission exists for this actor, who prepares their journey. */
export async function openDeparture(ctx: Ctx, missionId: string): Promise<Mission> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayPrepare(ctx.actor, mission.partners))
  return mission
}
