import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { MissionState } from '../domain/mission.ts'
import { mayChangeMission } from '../domain/rights.ts'
import * as sql from '../sql.ts'

export type StateProblem = { readonly code: 'already_in_this_state' | 'confirmed_needs_dates' | 'departed_is_not_an_idea' }

/**
 * Moves a mission between what people decide: idea, preparation, confirmed, cancelled.
 * A confirmed mission has dates; one whose journey has begun cannot become an idea again.
 * @refuses already_in_this_state, confirmed_needs_dates, departed_is_not_an_idea
 */
export async function changeState(ctx: Ctx, missionId: string, state: MissionState): Promise<Outcome<MissionState, StateProblem>> {
  const mission = found(await sql.lockMission(ctx.tx, missionId))
  allow(mayChangeMission(ctx.actor, mission.partners))
  if (mission.state === state) return refused({ code: 'already_in_this_state' })
  if (state === 'confirmed' && mission.startsOn === null) return refused({ code: 'confirmed_needs_dates' })
  if (state === 'idea' && mission.state === 'confirmed' && mission.startsOn !== null && mission.startsOn <= ctx.today) {
    return refused({ code: 'departed_is_not_an_idea' })
  }
  await ctx.journal.event('mission.state_changed')
  await sql.updateMission(ctx.tx, mission.id, { state })
  return ok(state)
}
