import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { listMembers } from '#modules/delegations/index.ts'
import '../domain/events.ts'
import {
  type BookingId,
  type Segment,
  type SegmentDraft,
  type SegmentId,
  type SegmentProblem,
  type WallMoment,
  decideInstants,
} from '../domain/segment.ts'
import * as sql from '../sql/segments.ts'
import { openDeparture } from './open-departure.ts'

/** What is typed of a segment: its instants as clocks show them at each end. */
export type SegmentWords = Omit<SegmentDraft, 'departsAt' | 'departsZone' | 'arrivesAt' | 'arrivesZone'> & {
  readonly departure: WallMoment
  readonly arrival: WallMoment
}

/** @refuses arrives_after_departure, a_segment_lasts_three_days_at_most, booking_unknown */
export async function addSegment(ctx: Ctx, missionId: string, words: SegmentWords): Promise<Outcome<SegmentId, SegmentProblem>> {
  const mission = await openDeparture(ctx, missionId)
  const draft = await described(ctx, mission.id, words)
  if (!draft.ok) return draft
  await ctx.journal.event('departure.segment_written')
  return ok(await sql.insertSegment(ctx.tx, mission.id, draft.value))
}

/**
 * Those aboard stay aboard at the new hours, unless one of them then travels twice at once.
 * @refuses stale_edit with what is saved, and as `addSegment`; by the database nobody_travels_twice_at_once, no_more_passengers_than_seats
 */
export async function changeSegment(
  ctx: Ctx,
  missionId: string,
  segmentId: string,
  version: number,
  words: SegmentWords,
): Promise<Outcome<SegmentId, SegmentProblem | { readonly code: 'stale_edit'; readonly saved: Segment }>> {
  const mission = await openDeparture(ctx, missionId)
  const segment = found(await sql.lockSegment(ctx.tx, mission.id, segmentId))
  allow(segment.organisationId === ctx.actor.organisationId)
  if (segment.version !== version) return refused({ code: 'stale_edit', saved: segment })
  const draft = await described(ctx, mission.id, words)
  if (!draft.ok) return draft
  await ctx.journal.event('departure.segment_written')
  await sql.updateSegment(ctx.tx, segment.id, draft.value)
  return ok(segment.id)
}

export async function removeSegment(ctx: Ctx, missionId: string, segmentId: string): Promise<Outcome<null, never>> {
  const mission = await openDeparture(ctx, missionId)
  const segment = found(await sql.lockSegment(ctx.tx, mission.id, segmentId))
  allow(segment.organisationId === ctx.actor.organisationId)
  await ctx.journal.event('departure.segment_removed')
  await sql.deleteSegment(ctx.tx, segment.id)
  return ok(null)
}

/**
 * Says which of one's own people board, on what one arranged or a partner shares.
 * @refuses passenger_unknown; by the database nobody_travels_twice_at_once, no_more_passengers_than_seats
 */
export async function boardPassengers(
  ctx: Ctx,
  missionId: string,
  segmentId: string,
  memberIds: readonly string[],
): Promise<Outcome<null, SegmentProblem>> {
  const mission = await openDeparture(ctx, missionId)
  const segment = found(await sql.lockSegment(ctx.tx, mission.id, segmentId))
  const own = await listMembers(ctx.tx, mission.id, { sentBy: ctx.actor.organisationId })
  const boarding = own.filter(({ id }) => memberIds.includes(id)).map(({ id }) => id)
  if (boarding.length !== new Set(memberIds).size) return refused({ code: 'passenger_unknown' })
  await ctx.journal.event('departure.passengers_boarded')
  await sql.savePassengers(ctx.tx, mission.id, segment, boarding)
  return ok(null)
}

/** A group of a carrier or an agency, under its locator. */
export async function addBooking(ctx: Ctx, missionId: string, booking: Omit<sql.Booking, 'id'>): Promise<Outcome<BookingId, never>> {
  const mission = await openDeparture(ctx, missionId)
  await ctx.journal.event('departure.booking_written')
  return ok(await sql.insertBooking(ctx.tx, mission.id, booking))
}

async function described(
  ctx: Ctx,
  missionId: string,
  { departure, arrival, ...facts }: SegmentWords,
): Promise<Outcome<SegmentDraft, SegmentProblem>> {
  const instants = decideInstants(departure, arrival)
  if (!instants.ok) return instants
  const bookings = facts.bookingId === null ? [] : await sql.listBookings(ctx.tx, missionId)
  if (facts.bookingId !== null && !bookings.some(({ id }) => id === facts.bookingId)) return refused({ code: 'booking_unknown' })
  return ok({ ...facts, ...instants.value, departsZone: departure.zone, arrivesZone: arrival.zone })
}
