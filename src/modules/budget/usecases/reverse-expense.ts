import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { assert, type Outcome, ok } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { Expense, ExpenseId } from '../domain/expense.ts'
import type { Ledger } from '../domain/recording.ts'
import { decideReversal, type ReversalProblem } from '../domain/reversal.ts'
import { mayReverseExpense } from '../domain/rights.ts'
import { loadExpense } from '../sql/expenses.ts'
import { insertExpenses } from '../sql/write-expenses.ts'
import { loadLedger } from './open-ledger.ts'

/**
 * Cancels a line by its exact opposite; nothing is erased, and both stay readable with the reason.
 * Two people who reverse the same line at once: the second is refused by the constraint an_expense_is_reversed_once.
 * @refuses accounts_closed, reverses_a_reversal, already_reversed, reason_missing, reason_too_long
 */
export async function reverseExpense(ctx: Ctx, expenseId: string, reason: string): Promise<Outcome<ExpenseId, ReversalProblem>> {
  const { expense, ledger } = await openExpense(ctx, expenseId)
  const reversal = decideReversal(expense, reason, ledger.accountsClosedOn)
  if (!reversal.ok) return reversal
  await ctx.journal.event('expense.reversed')
  const [id] = await insertExpenses(ctx.tx, [reversal.value])
  assert(id, 'one line inserted gives one id')
  return ok(id)
}

/** One's own line, with the ledger it stands in, for someone about to reverse it. @throws NotFound, Forbidden */
export async function openExpense(ctx: Ctx, expenseId: string): Promise<{ expense: Expense; ledger: Ledger }> {
  const expense = found(await loadExpense(ctx.tx, expenseId))
  const { ledger, mission } = await loadLedger(ctx, expense.missionId)
  allow(mayReverseExpense(ctx.actor, mission.partners, expense))
  return { expense, ledger }
}
