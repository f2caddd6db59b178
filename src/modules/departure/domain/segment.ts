import type { OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import { type Instant, addMinutes, atLocalTime } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { LocalTime } from '#platform/pure/local-time.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { MemberId } from '#modules/delegations/index.ts'

export type SegmentId = Id<'segment'>
export type BookingId = Id<'booking'>

/** Twin of a CHECK of 0051_logistics.sql. */
export const segmentModes = ['flight', 'train', 'coach', 'minibus', 'car', 'boat'] as const
export type SegmentMode = (typeof segmentModes)[number]

/** The zones a form proposes: those of this mission, then all. */
export type ZoneChoices = { readonly near: readonly string[]; readonly all: readonly string[] }

/** A moment as it is typed: what clocks show at a place. */
export type WallMoment = { readonly date: LocalDate; readonly time: LocalTime; readonly zone: TimeZone }

export type SegmentDraft = {
  readonly mode: SegmentMode
  readonly carrier: string
  readonly number: string
  readonly fromPlace: string
  readonly toPlace: string
  readonly departsAt: Instant
  readonly departsZone: TimeZone
  readonly arrivesAt: Instant
  readonly arrivesZone: TimeZone
  /** How many people it takes; null when nobody counts, as for a flight. */
  readonly seats: number | null
  readonly note: string
  readonly isShared: boolean
  readonly bookingId: string | null
}

export type Segment = SegmentDraft & {
  readonly id: SegmentId
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly version: number
  /** Of one's own organisation alone. */
  readonly booking: { readonly label: string; readonly locator: string } | null
  /** One's own people; of what one arranged, those of the others too. */
  readonly memberIds: readonly MemberId[]
}

export type SegmentProblem = {
  readonly code:
    | 'arrives_after_departure'
    | 'a_segment_lasts_three_days_at_most'
    | 'booking_unknown'
    | 'passenger_unknown'
    | 'nobody_travels_twice_at_once'
    | 'no_more_passengers_than_seats'
}

/**
 * The two instants of a segment, each read on the clocks of its own place. A time that clocks skip is as much later; one they show twice is the first.
 * @refuses arrives_after_departure, a_segment_lasts_three_days_at_most
 */
export function decideInstants(
  departure: WallMoment,
  arrival: WallMoment,
): Outcome<{ readonly departsAt: Instant; readonly arrivesAt: Instant }, SegmentProblem> {
  const departsAt = instantOf(departure)
  const arrivesAt = instantOf(arrival)
  if (arrivesAt <= departsAt) return refused({ code: 'arrives_after_departure' })
  if (arrivesAt > addMinutes(departsAt, 72 * 60)) return refused({ code: 'a_segment_lasts_three_days_at_most' })
  return ok({ departsAt, arrivesAt })
}

function instantOf({ date, time, zone }: WallMoment): Instant {
  const found = atLocalTime(date, time, zone)
  if (found.ok) return found.value.instant
  return found.problem.code === 'time_skipped' ? found.problem.suggested.instant : found.problem.first.instant
}
