import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { LevelLine } from '../domain/snapshot.ts'
import { eventTexts } from '../texts/event-texts.ts'

/** What a plan is worth, the most important first, with what is proven of any plan and the gap between both. */
export function LevelTable({ levels, isFinal }: { levels: readonly LevelLine[]; isFinal: boolean }) {
  const { runs: words } = useCatalogue(eventTexts)
  return (
    <DataTable
      caption={isFinal ? words.compareCaption : words.soFarCaption}
      rows={levels}
      rowKey={({ level, depth }) => `${level} ${depth}`}
      columns={[
        {
          key: 'level',
          header: words.level,
          isRowHeader: true,
          render: ({ level, depth }) => (depth > 1 ? words.depth(words.levels[level], depth) : words.levels[level]),
        },
        { key: 'best', header: words.best, align: 'figure', render: ({ best }) => best },
        {
          key: 'bound',
          header: words.bound,
          align: 'figure',
          render: ({ level, bound }) => (level === 'spread' ? words.noChange : bound),
        },
        {
          key: 'gap',
          header: words.gap,
          align: 'figure',
          render: ({ level, best, bound }) => (best === bound ? words.proven : level === 'spread' ? words.noChange : best - bound),
        },
      ]}
    />
  )
}
