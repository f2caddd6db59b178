import { type Instant, atLocalTime, millisecondsOf } from '#platform/pure/instant.ts'
import { type LocalDate, addDays } from '#platform/pure/local-date.ts'
import type { LocalTime } from '#platform/pure/local-time.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'

/** What is typed: a day, two times on the wall, and the last day when it is not the first. */
export type WallTimes = {
  readonly date: LocalDate
  readonly start: LocalTime
  readonly end: LocalTime
  /** Null: the same day, or the next when the end is not after the start. */
  readonly endDate: LocalDate | null
}

export type Times = { readonly startsAt: Instant; readonly endsAt: Instant; readonly skippedStart: LocalTime | null }

export type TimesProblem = { readonly code: 'an_item_ends_after_it_starts' | 'an_item_lasts_two_days_at_most' }

const LONGEST_MINUTES = 48 * 60

/**
 * Places wall-clock times on the line of instants, in the zone of the leg. A time that clocks skip or repeat never stops a draft: skipped, it is
 * taken as much later (and remembered, to be warned of); repeated, the first is meant for a start, and for an end unless that would not be after it.
 * @refuses an_item_ends_after_it_starts, an_item_lasts_two_days_at_most
 */
export function decideTimes({ date, start, end, endDate }: WallTimes, zone: TimeZone): Outcome<Times, TimesProblem> {
  const begin = instantsOf(date, start, zone)
  const lastDay = endDate ?? (end > start ? date : addDays(date, 1))
  const finish = instantsOf(lastDay, end, zone)
  const endsAt = finish.instants.find((instant) => instant > begin.instants[0])
  if (endsAt === undefined) return refused({ code: 'an_item_ends_after_it_starts' })
  const startsAt = begin.instants[0]
  if (minutesBetween(startsAt, endsAt) > LONGEST_MINUTES) return refused({ code: 'an_item_lasts_two_days_at_most' })
  return ok({ startsAt, endsAt, skippedStart: begin.isSkipped ? start : null })
}

/** The instant of a start: skipped by clocks, it is as much later and remembered; shown twice, it is the first. */
export function startAt(date: LocalDate, start: LocalTime, zone: TimeZone): Omit<Times, 'endsAt'> {
  const { instants, isSkipped } = instantsOf(date, start, zone)
  return { startsAt: instants[0], skippedStart: isSkipped ? start : null }
}

function instantsOf(date: LocalDate, time: LocalTime, zone: TimeZone): { instants: readonly [Instant, ...Instant[]]; isSkipped: boolean } {
  const placed = atLocalTime(date, time, zone)
  if (placed.ok) return { instants: [placed.value.instant], isSkipped: false }
  const { problem } = placed
  if (problem.code === 'time_skipped') return { instants: [problem.suggested.instant], isSkipped: true }
  return { instants: [problem.first.instant, problem.second.instant], isSkipped: false }
}

export function minutesBetween(from: Instant, to: Instant): number {
  return (millisecondsOf(to) - millisecondsOf(from)) / 60_000
}

/** Do clocks show the time of this instant twice that night? */
export function isRepeated(date: LocalDate, time: LocalTime, zone: TimeZone): boolean {
  const placed = atLocalTime(date, time, zone)
  return !placed.ok && placed.problem.code === 'time_repeated'
}

/** Do two periods share a moment? One that ends when the other starts shares none. */
export function overlap(
  one: { readonly startsAt: Instant; readonly endsAt: Instant },
  other: { readonly startsAt: Instant; readonly endsAt: Instant },
): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}
