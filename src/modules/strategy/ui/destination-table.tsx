import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Destination } from '../domain/plan.ts'
import { strategyTexts } from '../texts.ts'
import { placeName, regionName } from './place-name.ts'

/** The list as it was decided; what stands beyond the number decided says why. */
export function DestinationTable({ destinations, limit }: { destinations: readonly Destination[]; limit: number }) {
  const { destinations: words } = useCatalogue(strategyTexts)
  const locale = useLocale()
  const isJustified = destinations.some(({ justification }) => justification !== '')
  const isShared = destinations.some(({ sharedWithName }) => sharedWithName !== null)
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={destinations}
      rowKey={({ id }) => id}
      narrow="keep"
      empty={<p>{words.none}</p>}
      columns={[
        { key: 'number', header: words.number, align: 'figure', render: ({ number }) => number },
        {
          key: 'place',
          header: words.place,
          isRowHeader: true,
          render: (destination) => (
            <>
              {placeName(destination, locale)} {destination.number > limit && <Tag tone="warning">{words.beyond}</Tag>}
            </>
          ),
        },
        {
          key: 'country',
          header: words.country,
          render: ({ cityName, country }) => (pick(cityName, locale).text ? regionName(country, locale) : words.wholeCountry),
        },
        ...(isShared ? [{ key: 'shared', header: words.shared, render: ({ sharedWithName }: Destination) => sharedWithName }] : []),
        ...(isJustified
          ? [{ key: 'justification', header: words.justification, isLong: true, render: ({ justification }: Destination) => justification }]
          : []),
      ]}
    />
  )
}
