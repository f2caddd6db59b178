import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { LevelLine } from '../domain/snapshot.ts'
import { eventTexts } from '../texts/event-texts.ts'

type RunComparisonProps = { runs: readonly { readonly number: number; readonly levels: readonly LevelLine[] | null }[] }

/** What plans are worth, criterion by criterion, one column a run. */
export function RunComparison({ runs }: RunComparisonProps) {
  const { runs: words } = useCatalogue(eventTexts)
  const compared = runs.flatMap(({ number, levels }) => (levels === null ? [] : [{ number, levels }])).slice(0, 5)
  const keyOf = ({ level, depth }: Pick<LevelLine, 'level' | 'depth'>) => `${level} ${depth}`
  const lines = new Map(compared.flatMap(({ levels }) => levels.map((line) => [keyOf(line), line] as const)))
  return (
    <DataTable
      caption={words.compareCaption}
      rows={[...lines.values()]}
      rowKey={keyOf}
      narrow="scroll"
      columns={[
        {
          key: 'level',
          header: words.level,
          isRowHeader: true,
          render: ({ level, depth }) => (depth > 1 ? words.depth(words.levels[level], depth) : words.levels[level]),
        },
        ...compared.map(({ number, levels }) => ({
          key: String(number),
          header: words.number(number),
          align: 'figure' as const,
          render: (line: LevelLine) => levels.find((other) => keyOf(other) === keyOf(line))?.best ?? '',
        })),
      ]}
    />
  )
}
