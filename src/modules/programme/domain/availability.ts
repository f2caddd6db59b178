import type { OrganisationId } from '#platform/actor.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { LocalTime } from '#platform/pure/local-time.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type TimeZone, asTimeZone } from '#platform/pure/time-zone.ts'
import type { Leg } from '#modules/missions/index.ts'
import { startAt } from './schedule.ts'

/** A member who is not there, or a venue that is not open, between two instants. Nobody says why. */
export type Unavailability = {
  readonly id: string
  readonly organisationId: OrganisationId
  readonly memberId: string | null
  readonly venueId: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Whose clocks it was said on. */
  readonly timeZone: TimeZone
}

/** When somebody is taken by another module: aboard a journey of departure, or in a meeting with a company; as far as the reader may know. */
export type Engaged = { readonly memberId: string; readonly startsAt: Instant; readonly endsAt: Instant }

/** What is typed: from a time of a day to a time of a day, on the clocks of the leg. */
export type AbsenceTimes = { readonly from: LocalDate; readonly fromTime: LocalTime; readonly to: LocalDate; readonly toTime: LocalTime }

/**
 * Places an absence on the line of instants, on the clocks of its leg.
 * @refuses an_unavailability_ends_after_it_starts
 */
export function decideAbsence(
  { from, fromTime, to, toTime }: AbsenceTimes,
  zone: TimeZone,
): Outcome<Pick<Unavailability, 'startsAt' | 'endsAt' | 'timeZone'>, { readonly code: 'an_unavailability_ends_after_it_starts' }> {
  const { startsAt } = startAt(from, fromTime, zone)
  const { startsAt: endsAt } = startAt(to, toTime, zone)
  return endsAt > startsAt ? ok({ startsAt, endsAt, timeZone: zone }) : refused({ code: 'an_unavailability_ends_after_it_starts' })
}

/** The clocks of a day of the mission: those of the last leg that has begun, of the first before all of them. */
export function zoneOfDay(legs: readonly Pick<Leg, 'startsOn' | 'timeZone'>[], day: LocalDate): TimeZone | null {
  const begun = legs.filter(({ startsOn }) => startsOn <= day).toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
  const leg = begun.at(-1) ?? legs[0]
  return leg ? asTimeZone(leg.timeZone) : null
}
