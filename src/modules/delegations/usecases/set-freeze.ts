import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { loadMission, mayChangeMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import { saveFreeze } from '../sql/changes.ts'

/**
 * Says after which day the delegation changes by request; null lifts it. Requests that wait stay to be decided.
 * @param version of the freeze someone was looking at; 0 when there was none
 * @refuses stale_edit
 */
export async function setFreeze(
  ctx: Ctx,
  missionId: string,
  frozenOn: LocalDate | null,
  version: number,
): Promise<Outcome<null, { readonly code: 'stale_edit' }>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayChangeMission(ctx.actor, mission.partners))
  await ctx.journal.event(frozenOn === null ? 'delegation.unfrozen' : 'delegation.frozen')
  return (await saveFreeze(ctx.tx, mission.id, frozenOn, version)) ? ok(null) : refused({ code: 'stale_edit' })
}
