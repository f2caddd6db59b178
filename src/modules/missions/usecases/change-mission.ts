import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { type LegProblem, decideLegs } from '../domain/legs.ts'
import type { Mission } from '../domain/mission.ts'
import { mayChangeMission } from '../domain/rights.ts'
import { replaceLegs } from '../sql/legs.ts'
import { loadMission, lockMission, replaceObjectives, replaceThemes, updateMission } from '../sql/missions.ts'
import type { MissionDraft } from './create-mission.ts'

export type StaleEdit = { readonly code: 'stale_edit'; readonly saved: Mission }

/**
 * Changes the shared parts of a mission as a whole. `version` is the one the person was looking at:
 * if someone saved since, nothing is overwritten and the saved mission comes back to be compared.
 * @refuses stale_edit, leg_ends_before_it_starts, legs_overlap, too_many_legs
 */
export async function changeMission(
  ctx: Ctx,
  missionId: string,
  version: number,
  draft: MissionDraft,
): Promise<Outcome<Mission, StaleEdit | LegProblem>> {
  const mission = found(await lockMission(ctx.tx, missionId))
  allow(mayChangeMission(ctx.actor, mission.partners))
  if (mission.version !== version) return refused({ code: 'stale_edit', saved: mission })
  const legs = decideLegs(draft.legs)
  if (!legs.ok) return legs
  await ctx.journal.event('mission.changed')
  await updateMission(ctx.tx, mission.id, { kind: draft.kind, title: draft.title, purpose: draft.purpose })
  await replaceLegs(ctx.tx, mission.id, legs.value)
  await replaceObjectives(ctx.tx, mission.id, draft.objectives)
  await replaceThemes(ctx.tx, mission.id, draft.themes)
  return ok(found(await loadMission(ctx.tx, mission.id)))
}
