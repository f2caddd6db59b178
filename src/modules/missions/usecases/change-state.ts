import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { type StateProblem, decideState } from '../domain/decisions.ts'
import '../domain/events.ts'
import type { MissionState } from '../domain/mission.ts'
import { mayChangeMission } from '../domain/rights.ts'
import { lockMission, updateMission } from '../sql/missions.ts'

/**
 * Moves a mission between what people decide: idea, preparation, confirmed, cancelled.
 * @refuses what `decideState` refuses
 */
export async function changeState(ctx: Ctx, missionId: string, state: MissionState): Promise<Outcome<MissionState, StateProblem>> {
  const mission = found(await lockMission(ctx.tx, missionId))
  allow(mayChangeMission(ctx.actor, mission.partners))
  const decided = decideState(mission, state, ctx.today)
  if (!decided.ok) return decided
  await ctx.journal.event('mission.state_changed')
  await updateMission(ctx.tx, mission.id, { state })
  return ok(decided.value)
}
