import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { Action } from '../domain/pledges.ts'
import { mayKeepAgreements } from '../domain/rights.ts'
import { lockAgreement } from '../sql/agreements.ts'
import { updateAction } from '../sql/pledges.ts'
import { insertReopening } from '../sql/reopenings.ts'
import { findAction } from './write-pledges.ts'

export type ReopeningProblem =
  | { readonly code: 'stale_action' }
  | { readonly code: 'action_is_open' }
  | { readonly code: 'a_reopening_says_why' }

/**
 * Takes up again an action that was done or given up. How it had been closed is kept with the reason; to be closed anew it will have to
 * show its evidence anew.
 * @refuses stale_action, action_is_open, a_reopening_says_why
 */
export async function reopenAction(
  ctx: Ctx,
  agreementId: string,
  actionId: string,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<Outcome<Action, ReopeningProblem>> {
  const { id } = found(await lockAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  const { state, closedOn, evidence, ...action } = found(await findAction(ctx, id, actionId))
  if (action.version !== version) return refused({ code: 'stale_action' })
  if (closedOn === null || (state !== 'done' && state !== 'dropped')) return refused({ code: 'action_is_open' })
  if (reason.trim() === '') return refused({ code: 'a_reopening_says_why' })
  await ctx.journal.event('agreement.action_reopened')
  await insertReopening(ctx.tx, id, action.id, { version, state, closedOn, evidence, reopenedOn: ctx.today, reason: reason.trim() })
  await updateAction(ctx.tx, action.id, { state: 'under_way', evidence: '', closedOn: null })
  return ok(found(await findAction(ctx, id, actionId)))
}
