import { type Instant, onTheClock } from '#platform/pure/instant.ts'
import { type LocalDate, addDays, dayOfWeek, daysBetween } from '#platform/pure/local-date.ts'
import { minutesOf } from '#platform/pure/local-time.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'

export type TimetableItem = {
  readonly id: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly timeZone: TimeZone
  readonly trackId: string | null
}

/** A part of a day, from a minute of the day to another, in the lane where it stands beside what happens at the same time, over as many lanes as are free. */
export type Slot<Shown> = {
  readonly item: Shown
  readonly fromMinute: number
  readonly toMinute: number
  readonly lane: number
  readonly laneSpan: number
}

export type TimetableDay<Shown> = {
  readonly date: LocalDate
  /** The zones of its items, the most frequent first: there are two on a day of transfer. */
  readonly zones: readonly TimeZone[]
  readonly laneCount: number
  readonly slots: readonly Slot<Shown>[]
}

export type Timetable<Shown> = {
  readonly days: readonly TimetableDay<Shown>[]
  /** Whole hours between which everything stands: 7 and 24 at most narrow, 0 and 24 at most wide. */
  readonly fromHour: number
  readonly toHour: number
}

const DAY_MINUTES = 24 * 60
/** What lasts less is drawn as long, or its words would not fit. */
const SHORTEST_MINUTES = 30

/**
 * Days as columns, hours as rows. Each item stands on the day and at the hour of its own clocks; one that runs past midnight ends its column there.
 * `shownDates`: the columns there are, though nothing happens on some; without them, the days that have something and those between.
 * Items of one track keep one lane, others take the first that is free; what is alone at its hour takes the whole width of its day.
 */
export function timetableOf<Shown extends TimetableItem>(
  items: readonly Shown[],
  trackIds: readonly string[],
  shownDates?: readonly LocalDate[],
): Timetable<Shown> {
  const byDay = new Map<LocalDate, { item: Shown; fromMinute: number; toMinute: number }[]>()
  for (const item of items) {
    const start = onTheClock({ instant: item.startsAt, zone: item.timeZone })
    const end = onTheClock({ instant: item.endsAt, zone: item.timeZone })
    const fromMinute = minutesOf(start.time)
    const endMinute = end.date > start.date ? DAY_MINUTES : minutesOf(end.time)
    const toMinute = Math.min(DAY_MINUTES, Math.max(endMinute, fromMinute + SHORTEST_MINUTES))
    byDay.set(start.date, [
      ...(byDay.get(start.date) ?? []),
      { item, fromMinute: Math.min(fromMinute, toMinute - SHORTEST_MINUTES), toMinute },
    ])
  }
  const dates = [...byDay.keys()].toSorted()
  const days = (shownDates ?? everyDay(dates)).map((date) => columnOf(date, byDay.get(date) ?? [], trackIds))
  const slots = days.flatMap((day) => day.slots)
  return {
    days,
    fromHour: Math.min(8, ...slots.map((slot) => Math.floor(slot.fromMinute / 60))),
    toHour: Math.max(19, ...slots.map((slot) => Math.ceil(slot.toMinute / 60))),
  }
}

/** Days without anything are shown between two that have something, unless the gap is long. */
function everyDay(dates: readonly LocalDate[]): LocalDate[] {
  return dates.flatMap((date, index) => {
    const next = dates[index + 1] ?? date
    const between = Array.from({ length: Math.max(0, daysBetween(date, next) - 1) }, (_, day) => addDays(date, day + 1))
    return between.length > 3 ? [date] : [date, ...between]
  })
}

type Unplaced<Shown> = Omit<Slot<Shown>, 'lane' | 'laneSpan'>

function columnOf<Shown extends TimetableItem>(
  date: LocalDate,
  parts: readonly Unplaced<Shown>[],
  trackIds: readonly string[],
): TimetableDay<Shown> {
  const present = trackIds.filter((id) => parts.some(({ item }) => item.trackId === id))
  const lanes: Unplaced<Shown>[][] = present.map(() => [])
  const slots = parts
    .toSorted((one, other) => one.fromMinute - other.fromMinute || other.toMinute - one.toMinute)
    .map((part) => {
      const wanted = present.indexOf(part.item.trackId ?? '')
      const order = wanted === -1 ? [...lanes.keys()] : [wanted, ...[...lanes.keys()].filter((lane) => lane >= present.length)]
      const lane = order.find((index) => isFree(lanes[index] ?? [], part)) ?? lanes.length
      lanes[lane] = [...(lanes[lane] ?? []), part]
      return { ...part, lane }
    })
  // A lane is kept for those who share their hour with others: nobody else needs it.
  const isAlone = (slot: (typeof slots)[number]) => lanes.every((taken, lane) => lane === slot.lane || isFree(taken, slot))
  const kept = [...lanes.keys()].filter((lane) => slots.some((slot) => slot.lane === lane && !isAlone(slot)))
  const laneCount = Math.max(1, kept.length)
  return {
    date,
    zones: zonesOf(parts),
    laneCount,
    slots: slots.map((slot): Slot<Shown> => {
      if (isAlone(slot)) return { ...slot, lane: 0, laneSpan: laneCount }
      const lane = kept.indexOf(slot.lane)
      let laneSpan = 1
      while (lane + laneSpan < laneCount && isFree(lanes[kept[lane + laneSpan] ?? -1] ?? [], slot)) laneSpan += 1
      return { ...slot, lane, laneSpan }
    }),
  }
}

function isFree<Shown>(
  taken: readonly Unplaced<Shown>[],
  { fromMinute, toMinute }: Pick<Unplaced<Shown>, 'fromMinute' | 'toMinute'>,
): boolean {
  return taken.every((part) => part.toMinute <= fromMinute || toMinute <= part.fromMinute)
}

function zonesOf<Shown extends TimetableItem>(parts: readonly Unplaced<Shown>[]): TimeZone[] {
  const counts = new Map<TimeZone, number>()
  for (const { item } of parts) counts.set(item.timeZone, (counts.get(item.timeZone) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([zone]) => zone)
}

/** The Mondays of the weeks in which something happens, on the clocks of each item. */
export function weeksOf(items: readonly TimetableItem[]): LocalDate[] {
  return [...new Set(items.map((item) => mondayOf(dayOf(item))))].toSorted()
}

/** What happens in the week of this Monday, and its seven days. */
export function weekOf<Shown extends TimetableItem>(items: readonly Shown[], monday: LocalDate): { items: Shown[]; dates: LocalDate[] } {
  return {
    items: items.filter((item) => mondayOf(dayOf(item)) === monday),
    dates: Array.from({ length: 7 }, (_, index) => addDays(monday, index)),
  }
}

function dayOf({ startsAt, timeZone }: TimetableItem): LocalDate {
  return onTheClock({ instant: startsAt, zone: timeZone }).date
}

/** Weeks begin on Monday (ISO 8601). */
function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, -((dayOfWeek(date) + 6) % 7))
}

/** What is going on at this moment, and what comes next: the two things one looks for on a phone. */
export function nowAndNext<Shown extends TimetableItem>(items: readonly Shown[], now: Instant): { now: Shown[]; next: Shown[] } {
  const coming = items.filter(({ startsAt }) => startsAt > now).toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
  return {
    now: items.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt),
    next: coming.filter(({ startsAt }) => startsAt === coming[0]?.startsAt),
  }
}
