import { Link, href } from 'react-router'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Amount, ZonedTime } from '#ui/format.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { Expense } from '../domain/expense.ts'
import { budgetTexts } from '../texts.ts'

/** One writing of the story of a line, and who wrote it. */
export type StoryEntry = { readonly expense: Expense; readonly actorName: string | null }

/** How a line came to be and what became of it: recorded, cancelled, replaced. */
export function LineStory({ entries, shownId, timeZone }: { entries: readonly StoryEntry[]; shownId: string; timeZone: TimeZone }) {
  const texts = useCatalogue(budgetTexts)
  const words = texts.line
  const titleOf = (expense: Expense) => (expense.reversesId ? words.reversed : expense.correctsId ? words.corrected : words.recorded)
  return (
    <Timeline
      label={words.historyLabel}
      entries={entries.map(({ expense, actorName }) => ({
        key: expense.id,
        when: <ZonedTime instant={expense.recordedAt} zone={timeZone} />,
        title: titleOf(expense),
        by: actorName ?? words.systemActor,
        children: (
          <>
            <p>
              {expense.id === shownId ? (
                <Summary expense={expense} />
              ) : (
                <Link to={href('/missions/:missionId/depenses/:expenseId', { missionId: expense.missionId, expenseId: expense.id })}>
                  <Summary expense={expense} />
                </Link>
              )}
            </p>
            {expense.reason && <p>{texts.lines.reason(expense.reason)}</p>}
          </>
        ),
      }))}
    />
  )
}

function Summary({ expense }: { expense: Expense }) {
  return (
    <>
      {expense.supplier}, <Amount {...expense.base} />
    </>
  )
}
