import type { ReactNode } from 'react'
import { href } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Amount, DateText } from '#ui/format.tsx'
import { Tag } from '#ui/tag.tsx'
import { type Expense, isStanding } from '../domain/expense.ts'
import type { Money } from '#platform/pure/money.ts'
import { budgetTexts } from '../texts.ts'
import styles from './ledger-table.module.css'

type Line = Expense & { readonly running: Money }

/** The lines of one payer in the order of their dates, each with the total so far; what was cancelled stays, struck through. */
export function LedgerTable({
  lines,
  currency,
  caption,
  empty,
}: {
  lines: readonly Line[]
  currency: string
  caption: ReactNode
  empty?: ReactNode
}) {
  const texts = useCatalogue(budgetTexts).lines
  const { categories } = useCatalogue(budgetTexts)
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={(line) => line.id}
      rowLink={(line) => href('/missions/:missionId/depenses/:expenseId', { missionId: line.missionId, expenseId: line.id })}
      empty={empty}
      columns={[
        { key: 'date', header: texts.date, render: (line) => <DateText date={line.spentOn} format="short" /> },
        { key: 'supplier', header: texts.supplier, isRowHeader: true, render: (line) => <Struck line={line}>{line.supplier}</Struck> },
        {
          key: 'category',
          header: texts.category,
          render: (line) => (
            <span>
              {categories[line.category]}
              {line.label && <span className={styles.soft}>{line.label}</span>}
            </span>
          ),
        },
        {
          key: 'amount',
          header: texts.amount(currency),
          align: 'figure',
          render: (line) => (
            <span>
              <Struck line={line}>
                <Amount {...line.base} bare />
              </Struck>
              {line.conversion && (
                <span className={styles.soft}>
                  <Amount {...line.amount} />
                </span>
              )}
            </span>
          ),
        },
        { key: 'running', header: texts.running, align: 'figure', render: (line) => <Amount {...line.running} bare /> },
        { key: 'state', header: texts.state, render: (line) => <LineState line={line} /> },
      ]}
    />
  )
}

/** Struck for the eye; the state column says the same in words. */
function Struck({ line, children }: { line: Expense; children: ReactNode }) {
  return isStanding(line) ? children : <s className={styles.struck}>{children}</s>
}

function LineState({ line }: { line: Expense }) {
  const texts = useCatalogue(budgetTexts).lines
  if (isStanding(line) && !line.isShared && !line.correctsId) return null
  return (
    <span className={styles.states}>
      {line.reversedById && <Tag tone="warning">{texts.reversed}</Tag>}
      {line.reversesId && <Tag tone="warning">{texts.reversal}</Tag>}
      {line.correctsId && <Tag>{texts.correction}</Tag>}
      {line.isShared && <Tag tone="info">{texts.shared}</Tag>}
      {line.reason && <span className={styles.soft}>{texts.reason(line.reason)}</span>}
    </span>
  )
}
