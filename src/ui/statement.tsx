import type { ReactNode } from 'react'
import { DataTable } from './data-table.tsx'
import { FigureLink } from './figure-link.tsx'
import { Amount } from './format.tsx'
import styles from './statement.module.css'

/** One figure; `to` opens its lines. `null` where the line has no figure in that column. */
export type StatementFigure = { cents: bigint; to?: string } | null

export type StatementLine = {
  key: string
  label: string
  /** A few words under the label: a source, a rate. */
  note?: ReactNode
  kind?: 'subtotal' | 'total'
  /** One per column, in their order. */
  figures: readonly StatementFigure[]
}

type StatementProps = {
  caption: ReactNode
  /** What the lines are: « Mission », « Partenaire ». */
  lineHeader: string
  columns: readonly string[]
  lines: readonly StatementLine[]
  currency: string
}

/**
 * Money as a statement one could print and sign: lines, subtotals, a total ruled twice; every figure may open on what
 * it is made of. The component adds nothing up: totals come from the ledger, like the lines.
 */
export function Statement({ caption, lineHeader, columns, lines, currency }: StatementProps) {
  const isWide = columns.length > 2
  return (
    <div className={isWide ? undefined : styles.narrow}>
      <DataTable
        caption={caption}
        rows={lines}
        rowKey={(line) => line.key}
        rowEmphasis={(line) => line.kind}
        narrow={isWide ? 'stack' : 'keep'}
        columns={[
          { key: 'line', header: lineHeader, render: (line) => <Label line={line} /> },
          ...columns.map((column, index) => ({
            key: column,
            header: column,
            align: 'figure' as const,
            render: (line: StatementLine) => renderFigure(line.figures[index] ?? null, currency, `${line.label}, ${column}`),
          })),
        ]}
      />
    </div>
  )
}

function Label({ line }: { line: StatementLine }) {
  return (
    <span className={line.kind ? undefined : styles.label}>
      {line.label}
      {line.note && <span className={styles.note}>{line.note}</span>}
    </span>
  )
}

function renderFigure(figure: StatementFigure, currency: string, label: string): ReactNode {
  if (figure === null) return null
  const amount = <Amount cents={figure.cents} currency={currency} />
  if (!figure.to) return amount
  return (
    <FigureLink to={figure.to} label={label}>
      {amount}
    </FigureLink>
  )
}
