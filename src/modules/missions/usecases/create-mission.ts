import { allow } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { type LegProblem, decideLegs } from '../domain/legs.ts'
import type { MissionId, MissionKind, NewLeg } from '../domain/mission.ts'
import { mayCreateMission } from '../domain/rights.ts'
import { replaceLegs } from '../sql/legs.ts'
import { insertMission, replaceObjectives, replaceThemes } from '../sql/missions.ts'

export type MissionDraft = {
  readonly kind: MissionKind
  readonly title: Localized
  readonly purpose: Localized
  readonly legs: readonly NewLeg[]
  readonly objectives: readonly Localized[]
  readonly themes: readonly Localized[]
}

/**
 * Opens a mission, led by the acting organisation. With dates it starts in preparation, without it is an idea.
 * @param id given when the mission must be found again by what it is made from: see `missionIdOf`
 * @refuses leg_ends_before_it_starts, legs_overlap, too_many_legs
 */
export async function createMission(
  ctx: Ctx,
  draft: MissionDraft,
  id = crypto.randomUUID() as MissionId,
): Promise<Outcome<MissionId, LegProblem>> {
  allow(mayCreateMission(ctx.actor))
  const legs = decideLegs(draft.legs)
  if (!legs.ok) return legs
  await ctx.journal.event('mission.created')
  const state = legs.value.length > 0 ? 'preparation' : 'idea'
  await insertMission(
    ctx.tx,
    { id, kind: draft.kind, title: draft.title, purpose: draft.purpose, state },
    ctx.actor.organisationId,
    ctx.now,
  )
  await replaceLegs(ctx.tx, id, legs.value)
  await replaceObjectives(ctx.tx, id, draft.objectives)
  await replaceThemes(ctx.tx, id, draft.themes)
  return ok(id)
}
