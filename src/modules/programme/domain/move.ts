import { type Instant, addMinutes, onTheClock } from '#platform/pure/instant.ts'
import { type LocalDate, addDays } from '#platform/pure/local-date.ts'
import { type LocalTime, minutesOf, timeOfMinutes } from '#platform/pure/local-time.ts'
import type { Item } from './item.ts'
import { minutesBetween, startAt } from './schedule.ts'
import { type Surroundings, type Warning, warningsOf } from './warnings.ts'

/** Where something is moved to, on the clocks of its leg. */
export type Spot = { readonly date: LocalDate; readonly start: LocalTime }

export function spotOf(item: Pick<Item, 'startsAt' | 'timeZone'>): Spot {
  const { date, time } = onTheClock({ instant: item.startsAt, zone: item.timeZone })
  return { date, start: time }
}

/** What the timetable moves by, in minutes. */
export const STEP_MINUTES = 15

/** A spot that many minutes later, or earlier; the days follow. */
export function shifted({ date, start }: Spot, minutes: number): Spot {
  const total = minutesOf(start) + minutes
  const days = Math.floor(total / 1440)
  return { date: addDays(date, days), start: timeOfMinutes(total - days * 1440) }
}

/** An item at another spot, as long as it was: an hour that clocks skip or repeat that night counts as it passes. */
export function movedTo(item: Item, { date, start }: Spot): Item {
  const { startsAt, skippedStart } = startAt(date, start, item.timeZone)
  const endsAt: Instant = addMinutes(startsAt, minutesBetween(item.startsAt, item.endsAt))
  return { ...item, startsAt, endsAt, skippedStart }
}

export type Consequences = {
  readonly moved: Item
  /** Warnings there would be, and are not yet. */
  readonly gained: readonly Warning[]
  /** Warnings there would be no more. */
  readonly settled: readonly Warning[]
}

/** What moving one item of a draft would do to it: nothing is written. */
export function consequencesOf(items: readonly Item[], around: Surroundings, item: Item, spot: Spot): Consequences {
  const moved = movedTo(item, spot)
  const before = warningsOf(items, around)
  const after = warningsOf(
    items.map((each) => (each.id === item.id ? moved : each)),
    around,
  )
  return { moved, gained: without(after, before), settled: without(before, after) }
}

function without(some: readonly Warning[], others: readonly Warning[]): Warning[] {
  const known = new Set(others.map((warning) => JSON.stringify(warning)))
  return some.filter((warning) => !known.has(JSON.stringify(warning)))
}
