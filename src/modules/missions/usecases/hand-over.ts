import { type AccountId, allow } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { listMembers } from '#modules/identity/index.ts'
import '../domain/handover-events.ts'
import { mayHandOver } from '../domain/rights.ts'
import * as sql from '../sql/handover.ts'

export type HandoverProblem = { readonly code: 'not_a_colleague' | 'same_person' | 'reads_only' | 'nothing_to_hand_over' }

export type HandedOver = { readonly taskCount: number; readonly invitationCount: number; readonly otherCount: number }

/** Lets another module's work pass from one colleague to another, in the same transaction. How many things passed. */
export type PassWork = (ctx: Ctx, from: AccountId, to: { readonly accountId: AccountId; readonly name: string }) => Promise<number>

/**
 * Someone leaves: what they owe and follow in the missions of the organisation passes to a colleague, in one go. What they did
 * stays theirs. The one who leaves may be a member no more; the one who takes over must be, and able to do the work.
 * @param others what the modules below let pass along, which this one does not know
 * @refuses same_person, not_a_colleague, reads_only, nothing_to_hand_over
 */
export async function handOver(
  ctx: Ctx,
  from: AccountId,
  to: AccountId,
  others: readonly PassWork[] = [],
): Promise<Outcome<HandedOver, HandoverProblem>> {
  allow(mayHandOver(ctx.actor))
  if (from === to) return refused({ code: 'same_person' })
  const successor = (await listMembers(ctx.tx)).find(({ accountId }) => accountId === to)
  if (!successor) return refused({ code: 'not_a_colleague' })
  if (successor.roles.every((role) => role === 'reader')) return refused({ code: 'reads_only' })
  await ctx.journal.event('work.handed_over')
  const taskCount = await sql.passTasks(ctx.tx, from, successor)
  const invitationCount = await sql.passInvitations(ctx.tx, from, to)
  let otherCount = 0
  for (const pass of others) otherCount += await pass(ctx, from, successor)
  const handedOver = { taskCount, invitationCount, otherCount }
  return taskCount + invitationCount + otherCount > 0 ? ok(handedOver) : refused({ code: 'nothing_to_hand_over' })
}
