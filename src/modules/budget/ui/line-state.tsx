import { Link, href } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import type { Expense, ExpenseId } from '../domain/expense.ts'
import { budgetTexts } from '../texts.ts'

/** Says that a line no longer counts, or why it was written, and leads to its counterpart. */
export function LineState({
  expense,
  reason,
}: {
  expense: Expense
  /** Why the line was cancelled, found on its reversal. */ reason: string | null
}) {
  const texts = useCatalogue(budgetTexts)
  const words = texts.line
  const to = (expenseId: ExpenseId) => href('/missions/:missionId/depenses/:expenseId', { missionId: expense.missionId, expenseId })
  const { reversesId, reversedById, correctsId, correctedById } = expense
  return (
    <>
      {reversedById && (
        <Notice tone="warning" title={words.reversedTitle}>
          {reason && <p>{texts.lines.reason(reason)}</p>}
          <p>
            <Link to={to(reversedById)}>{words.seeReversal}</Link>
          </p>
          {correctedById && (
            <p>
              <Link to={to(correctedById)}>{words.seeCorrection}</Link>
            </p>
          )}
        </Notice>
      )}
      {reversesId && (
        <Notice tone="warning" title={words.reversalTitle}>
          <p>{words.reversalBody}</p>
          {expense.reason && <p>{texts.lines.reason(expense.reason)}</p>}
          <p>
            <Link to={to(reversesId)}>{words.seeReversed}</Link>
          </p>
        </Notice>
      )}
      {correctsId && (
        <Notice>
          <p>
            <Link to={to(correctsId)}>{words.seeCorrected}</Link>
          </p>
        </Notice>
      )}
    </>
  )
}
