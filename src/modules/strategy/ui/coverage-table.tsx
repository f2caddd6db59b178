import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { type Cell, type Cells, type Line, measures } from '../domain/coverage.ts'
import type { Plan } from '../domain/plan.ts'
import { strategyTexts } from '../texts.ts'
import { LineName } from './line-name.tsx'

type CoverageTableProps = {
  caption: string
  header: string
  plan: Plan
  lines: readonly Line[]
  /** When lines may be added up: works at two destinations count once in it. */
  total?: Cells
}

/** What was done and what was planned, line by line. */
export function CoverageTable({ caption, header, plan, lines, total }: CoverageTableProps) {
  const texts = useCatalogue(strategyTexts)
  const words = texts.coverage
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={lines}
      rowKey={({ id }) => id}
      footerLabel={words.total}
      columns={[
        { key: 'name', header, isRowHeader: true, render: ({ id }) => <LineName plan={plan} id={id} /> },
        ...measures.map((measure) => ({
          key: measure,
          header: texts.measures[measure],
          align: 'figure' as const,
          render: ({ cells }: Line) => <CellText cell={cells[measure]} />,
          footer: total && <CellText cell={total[measure]} />,
        })),
      ]}
    />
  )
}

/** « 2 / 3 », said in words to who does not see it, and what is ahead below. */
export function CellText({ cell: { planned, done, ahead } }: { cell: Cell }) {
  const { coverage: words } = useCatalogue(strategyTexts)
  return (
    <>
      <span aria-hidden>{words.cell(done, planned)}</span>
      <VisuallyHidden>{words.cellSaid(done, planned)}</VisuallyHidden>
      {ahead > 0 && (
        <>
          {' '}
          <small>{words.ahead(ahead)}</small>
        </>
      )}
    </>
  )
}
