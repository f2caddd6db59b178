import { Link } from 'react-router'
import { type Instant, formatZoned } from '#platform/pure/instant.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLocale } from '#ui/locale.tsx'
import { type Located, type Marker, drawMap, mapSize } from '../domain/map.ts'
import type { TravelTime, Venue } from '../domain/place.ts'
import { programmeTexts } from '../texts.ts'
import styles from './city-map.module.css'

type MapItem = {
  readonly id: string
  readonly title: Localized
  readonly venueId: string | null
  readonly startsAt: Instant
  readonly timeZone: TimeZone
}

type CityMapProps = {
  city: string
  venues: readonly Venue[]
  travelTimes: readonly TravelTime[]
  items: readonly MapItem[]
  linkOf: (itemId: string) => string
}

type Line = { readonly one: Marker; readonly other: Marker; readonly minutes: number }

/** Whether the minutes of a journey stand between its two discs without touching them; the table of journeys says them all. */
function hasRoom({ one, other }: Line): boolean {
  return Math.hypot(one.discX - other.discX, one.discY - other.discY) > 2 * mapSize.radius + 48
}

/** The venues of one leg, numbered on a plan drawn by the server; the table below says the same in words. */
export function CityMap({ city, venues, travelTimes, items, linkOf }: CityMapProps) {
  const { map: words, places } = useCatalogue(programmeTexts)
  const locale = useLocale()
  const located = venues.filter((venue): venue is Venue & Located => venue.latitude !== null && venue.longitude !== null)
  const elsewhere = venues.filter(({ latitude }) => latitude === null).map(({ name }) => pick(name, locale).text)
  const { markers, scale, height } = drawMap(located)
  const at = new Map(markers.map((marker) => [marker.id, marker]))
  const lines = travelTimes.flatMap(({ oneVenueId, otherVenueId, minutes }): Line[] => {
    const [one, other] = [at.get(oneVenueId), at.get(otherVenueId)]
    return one && other ? [{ one, other, minutes }] : []
  })
  const { width, radius } = mapSize
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing made here is not an image file */}
      <svg className={styles.map} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.label(city)}>
        {lines.map(({ one, other }) => (
          <line key={`${one.id} ${other.id}`} className={styles.journey} x1={one.discX} y1={one.discY} x2={other.discX} y2={other.discY} />
        ))}
        {lines.filter(hasRoom).map(({ one, other, minutes }) => (
          <text
            key={`${one.id} ${other.id}`}
            className={styles.minutes}
            x={(one.discX + other.discX) / 2}
            y={(one.discY + other.discY) / 2}
          >
            {words.minutes(minutes)}
          </text>
        ))}
        {markers.map(({ id, x, y, discX, discY }, index) => (
          <g key={id}>
            <line className={styles.leader} x1={x} y1={y} x2={discX} y2={discY} />
            <circle className={styles.disc} cx={discX} cy={discY} r={radius} />
            <text className={styles.number} x={discX} y={discY}>
              {index + 1}
            </text>
          </g>
        ))}
        <path className={styles.scale} d={`M16 ${height - 22} v6 h${scale.length} v-6`} />
        <text className={styles.scaleText} x={16 + scale.length + 8} y={height - 14}>
          {words.scale(new Intl.NumberFormat(locale).format(scale.kilometres))}
        </text>
      </svg>
      <p className={styles.note}>
        {words.north} {elsewhere.length > 0 && words.unplaced(elsewhere.join(', '))}
      </p>
      <DataTable
        caption={words.caption(city)}
        captionHidden
        rows={located.map((venue, index) => ({ ...venue, number: index + 1 }))}
        rowKey={({ id }) => id}
        columns={[
          { key: 'number', header: words.number, render: ({ number }) => number },
          { key: 'name', header: places.name, isRowHeader: true, isLong: true, render: ({ name }) => pick(name, locale).text },
          {
            key: 'address',
            header: places.address,
            isLong: true,
            render: ({ addressLocal, addressLatin }) => [addressLocal, addressLatin].filter(Boolean).join(' – '),
          },
          {
            key: 'items',
            header: words.moments,
            isLong: true,
            render: ({ id }) =>
              items
                .filter(({ venueId }) => venueId === id)
                .map((item) => (
                  <div key={item.id}>
                    <Link to={linkOf(item.id)}>{pick(item.title, locale).text}</Link>,{' '}
                    {formatZoned({ instant: item.startsAt, zone: item.timeZone }, locale)}
                  </div>
                )),
          },
        ]}
      />
    </>
  )
}
