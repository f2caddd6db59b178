import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { statisticsTexts } from '../../texts/statistics-texts.ts'
import { Bar } from './bar.tsx'

type CountTableProps = {
  caption: string
  isCaptionHidden?: boolean
  header: string
  unit: string
  rows: readonly { readonly key: string; readonly label: string; readonly count: number }[]
  /** Where given, each count is also shown as its part of this whole. */
  whole?: number
}

/** A few counts, each drawn against the largest. */
export function CountTable({ caption, isCaptionHidden = false, header, unit, rows, whole }: CountTableProps) {
  const texts = useCatalogue(statisticsTexts)
  const most = rows.reduce((top, { count }) => Math.max(top, count), 0)
  return (
    <DataTable
      caption={caption}
      captionHidden={isCaptionHidden}
      rows={rows}
      rowKey={({ key }) => key}
      narrow="keep"
      columns={[
        { key: 'label', header, isRowHeader: true, render: ({ label }) => label },
        { key: 'count', header: unit, align: 'figure', render: ({ count }) => count },
        ...(whole === undefined
          ? []
          : [
              {
                key: 'share',
                header: texts.states.share,
                align: 'figure' as const,
                render: ({ count }: { count: number }) => texts.percent(count, whole),
              },
            ]),
        { key: 'bar', header: unit, headerHidden: true, render: ({ count }) => <Bar value={count} of={most} /> },
      ]}
    />
  )
}
