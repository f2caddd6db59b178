import { Link } from 'react-router'
import { type Instant, onTheClock } from '#platform/pure/instant.ts'
import { formatDate, weekdayName } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { formatTime, timeOfMinutes } from '#platform/pure/local-time.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'
import { type TimeZone, zoneName } from '#platform/pure/time-zone.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { classNames } from '#ui/class-names.ts'
import { useLocale } from '#ui/locale.tsx'
import type { ItemState, ItemType } from '../domain/item.ts'
import type { Track } from '../domain/place.ts'
import { type Slot, type TimetableDay, timetableOf } from '../domain/timetable.ts'
import { programmeTexts } from '../texts.ts'
import { type Moving, useMove } from './use-move.ts'
import styles from './timetable.module.css'

/** An item as the timetable and the day list show it, of the draft or of a release. */
export type ShownItem = {
  readonly id: string
  readonly type: ItemType
  readonly state: ItemState
  readonly title: Localized
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly timeZone: TimeZone
  readonly trackId: string | null
  readonly venueName: Localized | null
  readonly vehicleName: string | null
  readonly warningCount: number
}

type Move = ReturnType<typeof useMove>

const ROWS_AN_HOUR = 4
const FIRST_ROW = 2

/**
 * Days as columns, hours as rows, tracks side by side. Each day names the zone of its hours. The drawing is for the eye and the wall: the list of the
 * same items, which a phone shows instead, is the one that is read aloud.
 */
export function Timetable({
  items,
  tracks,
  dates,
  linkOf,
  moving,
}: {
  items: readonly ShownItem[]
  tracks: readonly Track[]
  /** The days that have a column, whatever happens on them. */
  dates?: readonly LocalDate[] | undefined
  linkOf?: (itemId: string) => string
  moving?: Moving
}) {
  const texts = useCatalogue(programmeTexts)
  const { days, fromHour, toHour } = timetableOf(
    items,
    tracks.map(({ id }) => id),
    dates,
  )
  const firstColumns = days.map((_day, index) => 2 + days.slice(0, index).reduce((sum, { laneCount }) => sum + laneCount, 0))
  const lanes = days.flatMap(({ laneCount }) => Array.from({ length: laneCount }, () => (laneCount === 1 ? 'wide' : 'narrow')))
  const rowCount = (toHour - fromHour) * ROWS_AN_HOUR + 1
  const layout = {
    gridTemplateColumns: `3.5rem ${lanes.map((lane) => `minmax(var(--${lane}-lane), ${lane === 'wide' ? '1.4fr' : '1fr'})`).join(' ')}`,
    gridTemplateRows: `auto repeat(${rowCount}, var(--quarter))`,
  }
  const move = useMove(moving, fromHour, toHour)
  const rowOf = (minute: number) => FIRST_ROW + Math.round((minute / 60 - fromHour) * ROWS_AN_HOUR)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (RGAA 7.3)
    <section className={styles.frame} aria-label={texts.timetable.label} tabIndex={0}>
      <div className={styles.grid} style={layout}>
        {Array.from({ length: toHour - fromHour + 1 }, (_, index) => (
          <HourLine key={index} hour={fromHour + index} row={rowOf((fromHour + index) * 60)} />
        ))}
        {days.map((day, index) => (
          <DayColumn
            key={day.date}
            day={day}
            tracks={tracks}
            firstColumn={firstColumns[index] ?? 2}
            lastRow={rowOf(toHour * 60)}
            rowOf={rowOf}
            linkOf={linkOf}
            move={move}
          />
        ))}
      </div>
    </section>
  )
}

function HourLine({ hour, row }: { hour: number; row: number }) {
  const locale = useLocale()
  return (
    <>
      <span className={styles.hour} style={{ gridRow: row }}>
        {formatTime(timeOfMinutes((hour % 24) * 60), locale)}
      </span>
      <span className={styles.line} style={{ gridRow: row }} aria-hidden />
    </>
  )
}

function DayColumn({
  day,
  tracks,
  firstColumn,
  lastRow,
  rowOf,
  linkOf,
  move,
}: {
  day: TimetableDay<ShownItem>
  tracks: readonly Track[]
  firstColumn: number
  lastRow: number
  rowOf: (minute: number) => number
  linkOf?: (itemId: string) => string
  move: Move
}) {
  const locale = useLocale()
  const texts = useCatalogue(programmeTexts)
  const { dragged, target } = move
  const columns = `${firstColumn} / span ${day.laneCount}`
  const shown = tracks.filter(({ id }) => day.slots.some(({ item }) => item.trackId === id))
  return (
    <>
      <div className={styles.dayHead} style={{ gridColumn: columns }}>
        <h3 className={styles.dayName}>
          {weekdayName(day.date, locale)} {formatDate(day.date, locale, 'long')}
        </h3>
        {day.zones.length > 0 && (
          <p className={styles.zone}>{texts.timetable.zone(day.zones.map((zone) => zoneName(zone, locale)).join(', '))}</p>
        )}
        {shown.length > 0 && <p className={styles.trackName}>{shown.map(({ name }) => pick(name, locale).text).join(' · ')}</p>}
      </div>
      <div
        {...move.dayProps(day.date)}
        className={classNames(styles.day, dragged !== null && styles.droppable)}
        style={{ gridColumn: columns, gridRow: `${FIRST_ROW} / ${lastRow}` }}
        aria-hidden
      />
      {dragged && target?.date === day.date && (
        <div
          className={styles.target}
          style={{
            gridColumn: columns,
            gridRow: `${rowOf(target.minute)} / ${Math.min(lastRow, rowOf(target.minute + dragged.lengthMinutes))}`,
          }}
          aria-hidden
        >
          {formatTime(target.start, locale)}
        </div>
      )}
      {day.slots.map((slot) => (
        <SlotBox key={slot.item.id} slot={slot} column={firstColumn + slot.lane} rowOf={rowOf} link={linkOf?.(slot.item.id)} move={move} />
      ))}
    </>
  )
}

/** A box lower than this has room for one line. */
const briefMinutes = 45

function SlotBox({
  slot: { item, fromMinute, toMinute, laneSpan },
  column,
  rowOf,
  link,
  move,
}: {
  slot: Slot<ShownItem>
  column: number
  rowOf: (minute: number) => number
  link: string | undefined
  move: Move
}) {
  const locale = useLocale()
  const texts = useCatalogue(programmeTexts)
  const start = onTheClock({ instant: item.startsAt, zone: item.timeZone })
  const end = onTheClock({ instant: item.endsAt, zone: item.timeZone })
  const title = pick(item.title, locale)
  return (
    <div
      {...move.boxProps(item, toMinute - fromMinute)}
      className={classNames(
        styles.item,
        toMinute - fromMinute < briefMinutes && styles.brief,
        move.isMovable(item) && styles.movable,
        item.state === 'tentative' && styles.tentative,
        item.state === 'cancelled' && styles.cancelled,
        item.warningCount > 0 && styles.warned,
      )}
      style={{ gridColumn: `${column} / span ${laneSpan}`, gridRow: `${rowOf(fromMinute)} / ${rowOf(toMinute)}` }}
    >
      <span className={styles.time}>
        {formatTime(start.time, locale)}
        <span className={styles.end}> – {formatTime(end.time, locale)}</span>
      </span>
      <span className={styles.title} lang={title.language}>
        {link ? <Link to={link}>{title.text}</Link> : title.text}
      </span>
      {item.venueName && <span className={styles.place}>{pick(item.venueName, locale).text}</span>}
      {item.vehicleName && <span className={styles.place}>{item.vehicleName}</span>}
      <span className={styles.mark}>
        {[
          texts.types[item.type],
          item.state === 'tentative' && texts.timetable.mayChange,
          item.state === 'cancelled' && texts.timetable.cancelled,
          item.warningCount > 0 && texts.timetable.warnings(item.warningCount),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  )
}
