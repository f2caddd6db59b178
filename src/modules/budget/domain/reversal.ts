import type { LocalDate } from '#platform/pure/local-date.ts'
import { negateMoney } from '#platform/pure/money.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Expense, ExpenseId, NewLine } from './expense.ts'

export type ReversalProblem =
  | { readonly code: 'reason_missing' | 'reason_too_long' | 'reverses_a_reversal' | 'accounts_closed' }
  | { readonly code: 'already_reversed'; readonly reversedById: ExpenseId }

export const longestReason = 500

/**
 * The line that cancels another to the cent. It has the same day, category, rate and beneficiary and is read by the same
 * partners, so that whoever counted the line counts its reversal too. A reversal is final: to undo it, record the expense again.
 * @refuses accounts_closed, reverses_a_reversal, already_reversed, reason_missing, reason_too_long
 */
export function decideReversal(expense: Expense, reason: string, accountsClosedOn: LocalDate | null): Outcome<NewLine, ReversalProblem> {
  if (accountsClosedOn !== null) return refused({ code: 'accounts_closed' })
  if (expense.reversesId !== null) return refused({ code: 'reverses_a_reversal' })
  if (expense.reversedById !== null) return refused({ code: 'already_reversed', reversedById: expense.reversedById })
  if (reason.trim() === '') return refused({ code: 'reason_missing' })
  if (reason.length > longestReason) return refused({ code: 'reason_too_long' })
  const { missionId, spentOn, supplier, label, category, amount, base, conversion, benefits, isShared } = expense
  return ok({
    missionId,
    spentOn,
    supplier,
    label,
    category,
    amount: negateMoney(amount),
    base: negateMoney(base),
    conversion,
    benefits,
    isShared,
    receiptId: null,
    externalKey: null,
    reversesId: expense.id,
    correctsId: null,
    reason: reason.trim(),
  })
}
