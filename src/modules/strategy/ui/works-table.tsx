import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import type { Work } from '../domain/coverage.ts'
import { strategyTexts } from '../texts.ts'
import { addressOf, tiesAddressOf } from './work-address.ts'

/** Missions, visits, events and agreements, each leading to its page, or to where one ties it. */
export function WorksTable({
  works,
  caption,
  leadsTo = 'itself',
}: {
  works: readonly Work[]
  caption: string
  leadsTo?: 'itself' | 'ties'
}) {
  const texts = useCatalogue(strategyTexts)
  const words = texts.coverage
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={works}
      rowKey={({ id }) => id}
      rowLink={leadsTo === 'ties' ? tiesAddressOf : addressOf}
      columns={[
        { key: 'what', header: words.what, isRowHeader: true, render: ({ title }) => <LocalizedText content={title} /> },
        { key: 'kind', header: words.kind, render: ({ kind }) => texts.kinds[kind] },
        {
          key: 'on',
          header: words.on,
          render: ({ on, stage }) => (on ? <DateText date={on} format="short" /> : stage ? texts.stages[stage] : words.noDay),
        },
      ]}
    />
  )
}
