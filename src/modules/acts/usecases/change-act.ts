import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type Act, type ActFrame, isOpen } from '../domain/act.ts'
import '../domain/events.ts'
import { mayChangeAct } from '../domain/rights.ts'
import { loadAct, lockAct } from '../sql/acts.ts'
import { updateFrame } from '../sql/write-acts.ts'

export type ActChange = Omit<ActFrame, 'missionIds' | 'agreementId'> & Pick<Act, 'convenedOn'>

export type ChangeProblem = { readonly code: 'stale_edit'; readonly saved: Act } | { readonly code: 'act_no_longer_changes' }

/**
 * Changes what the authority states: head, reference, meeting, object. `version` is the one the person was looking at:
 * if someone saved since, nothing is overwritten and the saved act comes back to be compared.
 * @refuses stale_edit, act_no_longer_changes
 */
export async function changeAct(ctx: Ctx, actId: string, version: number, change: ActChange): Promise<Outcome<Act, ChangeProblem>> {
  const act = found(await lockAct(ctx.tx, actId))
  allow(mayChangeAct(ctx.actor))
  if (!isOpen(act)) return refused({ code: 'act_no_longer_changes' })
  if (act.version !== version) return refused({ code: 'stale_edit', saved: act })
  await ctx.journal.event('act.changed')
  await updateFrame(ctx.tx, act.id, change)
  return ok(found(await loadAct(ctx.tx, act.id)))
}
