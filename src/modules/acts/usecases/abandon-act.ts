import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { isOpen } from '../domain/act.ts'
import '../domain/events.ts'
import { mayChangeAct } from '../domain/rights.ts'
import { lockAct } from '../sql/acts.ts'
import { updateAct } from '../sql/write-acts.ts'

/**
 * Gives an act up before it is on any agenda: its missions are free for another one, and what was prepared stays readable.
 * @refuses act_no_longer_changes (once submitted, the assembly office takes it from the agenda: see `deferAct`), reason_missing
 */
export async function abandonAct(
  ctx: Ctx,
  actId: string,
  reason: string,
): Promise<Outcome<null, { readonly code: 'act_no_longer_changes' | 'reason_missing' }>> {
  const act = found(await lockAct(ctx.tx, actId))
  allow(mayChangeAct(ctx.actor))
  if (!isOpen(act)) return refused({ code: 'act_no_longer_changes' })
  if (reason.trim() === '') return refused({ code: 'reason_missing' })
  await ctx.journal.event('act.withdrawn')
  await updateAct(ctx.tx, act.id, { state: 'withdrawn', deferredOn: ctx.today, deferralReason: reason.trim() })
  return ok(null)
}
