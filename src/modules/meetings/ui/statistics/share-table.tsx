import { useCatalogue } from '#ui/catalogue.ts'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { Share } from '../../domain/statistics.ts'
import { statisticsTexts } from '../../texts/statistics-texts.ts'

export type ShareLine = Share & { readonly id: string; readonly label: string }

/** How evenly meetings are shared, group by group or partner by partner. */
export function ShareTable({ caption, header, rows }: { caption: string; header: string; rows: readonly ShareLine[] }) {
  const { fairness: words } = useCatalogue(statisticsTexts)
  const locale = useLocale()
  const figure = (key: keyof Share & keyof typeof words): Column<ShareLine> => ({
    key,
    header: words[key] as string,
    align: 'figure',
    render: (line) => line[key],
  })
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'label', header, isRowHeader: true, render: ({ label }) => label },
        figure('companies'),
        figure('meetings'),
        {
          key: 'mean',
          header: words.mean,
          align: 'figure',
          render: ({ companies, meetings }) =>
            companies === 0 ? '' : (meetings / companies).toLocaleString(locale, { maximumFractionDigits: 1 }),
        },
        figure('fewest'),
        figure('most'),
        figure('belowTarget'),
        figure('missed'),
        figure('gaps'),
      ]}
    />
  )
}
