import type { Ctx } from '#platform/context.ts'
import type { FileProblem } from '#platform/files.ts'
import { type Outcome, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { ExpenseId } from '../domain/expense.ts'
import type { RecordingProblem } from '../domain/problems.ts'
import { decideRecording, type ExpenseDraft } from '../domain/recording.ts'
import { decideReversal, type ReversalProblem } from '../domain/reversal.ts'
import { insertExpenses } from '../sql/write-expenses.ts'
import { type Receipt, writeWithReceipt } from './record-expense.ts'
import { openExpense } from './reverse-expense.ts'

/**
 * What people call correcting: in one transaction, the wrong line is reversed with its reason and the right one is written.
 * The new line keeps the receipt unless another is given; the external key stays with the first line, from which it is found.
 * @refuses what decideReversal and decideRecording refuse, file_empty, file_too_large
 */
export async function correctExpense(
  ctx: Ctx,
  expenseId: string,
  draft: ExpenseDraft,
  reason: string,
  receipt?: Receipt,
): Promise<Outcome<ExpenseId, RecordingProblem | ReversalProblem | FileProblem>> {
  const { expense, ledger } = await openExpense(ctx, expenseId)
  const reversal = decideReversal(expense, reason, ledger.accountsClosedOn)
  if (!reversal.ok) return reversal
  const line = decideRecording(draft, ledger)
  if (!line.ok) return refused({ code: 'expense_to_mend', problems: line.problem })
  await ctx.journal.event('expense.corrected')
  await insertExpenses(ctx.tx, [reversal.value])
  return writeWithReceipt(ctx, { ...line.value, correctsId: expense.id, externalKey: null, receiptId: expense.receiptId }, receipt)
}
