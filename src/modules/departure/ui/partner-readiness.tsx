import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { ReadBoard } from '../usecases/read-board.ts'
import { departureTexts } from '../texts.ts'

/** Two figures a partner: who travels, and who is ready. */
export function PartnerReadinessTable({ readiness }: { readiness: ReadBoard['readiness'] }) {
  const { readiness: words } = useCatalogue(departureTexts)
  const sum = (count: (each: ReadBoard['readiness'][number]) => number) => readiness.reduce((total, each) => total + count(each), 0)
  return (
    <DataTable
      caption={words.partnersCaption}
      captionHidden
      rows={readiness}
      rowKey={({ organisationId }) => organisationId}
      narrow="keep"
      empty={<EmptyState title={words.nobody}>{words.nobodyBody}</EmptyState>}
      columns={[
        { key: 'partner', header: words.partner, render: ({ name }) => name },
        {
          key: 'people',
          header: words.people,
          align: 'figure',
          render: ({ personCount }) => personCount,
          footer: sum((each) => each.personCount),
        },
        {
          key: 'ready',
          header: words.ready,
          align: 'figure',
          render: ({ readyCount }) => readyCount,
          footer: sum((each) => each.readyCount),
        },
        {
          key: 'waiting',
          header: words.waiting,
          align: 'figure',
          render: ({ personCount, readyCount }) => personCount - readyCount,
          footer: sum(({ personCount, readyCount }) => personCount - readyCount),
        },
      ]}
    />
  )
}
