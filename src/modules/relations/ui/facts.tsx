import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { Fact } from '../domain/fact.ts'
import { relationTexts } from '../texts.ts'
import { RemoveEntry } from './remove-entry.tsx'

/** What sources say of a city, rankings that differ side by side. */
export function FactTable({ facts, mayKeep }: { facts: readonly Fact[]; mayKeep: boolean }) {
  const texts = useCatalogue(relationTexts)
  const { facts: words } = texts
  const locale = useLocale()
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={facts}
      rowKey={({ id }) => id}
      empty={<p>{words.none}</p>}
      columns={[
        { key: 'label', header: words.columns.label, isRowHeader: true, render: ({ label }) => <LocalizedText content={label} /> },
        { key: 'value', header: words.columns.value, render: ({ qualifier, value }) => words.valueAs[qualifier](value) },
        { key: 'scope', header: words.columns.scope, render: ({ scope }) => pick(scope, locale).text },
        { key: 'year', header: words.columns.year, align: 'figure', render: ({ year }) => year },
        { key: 'source', header: words.columns.source, isLong: true, render: ({ source }) => source },
        ...(mayKeep
          ? [
              {
                key: 'remove',
                header: words.columns.action,
                headerHidden: true,
                render: ({ id, label, source }: Fact) => (
                  <RemoveEntry table="fact" id={id} what={`${pick(label, locale).text}, ${source}`} />
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
