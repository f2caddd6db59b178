import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import { isOpen } from '../domain/act.ts'
import '../domain/events.ts'
import { mayChangeAct } from '../domain/rights.ts'
import { lockAct, runningActs } from '../sql/acts.ts'
import { replaceMissions } from '../sql/write-acts.ts'

export type ArrangeProblem =
  | { readonly code: 'act_no_longer_changes' | 'no_mission_chosen' | 'an_agreement_act_has_no_mission' }
  | { readonly code: 'a_mission_has_one_act_at_a_time'; readonly missionId: string }

/**
 * Says which missions an act is about, and in what order it speaks of them.
 * @refuses act_no_longer_changes, an_agreement_act_has_no_mission, no_mission_chosen, a_mission_has_one_act_at_a_time
 */
export async function arrangeMissions(ctx: Ctx, actId: string, missionIds: readonly string[]): Promise<Outcome<null, ArrangeProblem>> {
  const act = found(await lockAct(ctx.tx, actId))
  allow(mayChangeAct(ctx.actor))
  if (!isOpen(act)) return refused({ code: 'act_no_longer_changes' })
  if (act.agreementId !== null) return refused({ code: 'an_agreement_act_has_no_mission' })
  const chosen = [...new Set(missionIds)]
  if (chosen.length === 0) return refused({ code: 'no_mission_chosen' })
  for (const missionId of chosen) if (!act.missionIds.includes(missionId)) found(await loadMission(ctx.tx, missionId))
  const running = await runningActs(ctx.tx, chosen)
  const taken = chosen.find((missionId) => (running.get(missionId) ?? act.id) !== act.id)
  if (taken !== undefined) return refused({ code: 'a_mission_has_one_act_at_a_time', missionId: taken })
  await ctx.journal.event('act.missions_arranged')
  await replaceMissions(ctx.tx, act.id, chosen)
  return ok(null)
}
