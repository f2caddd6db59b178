import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { ProblemCode } from '../domain/problems.ts'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import { plannedOf } from '../domain/run.ts'
import { commonSlots } from '../domain/slot-offer.ts'
import { listMeetings } from '../sql/plans.ts'
import * as sql from '../sql/slot-offers.ts'
import { listReceivedRequests } from '../sql/wishes.ts'
import { organiseEvent } from './open-event.ts'
import { takeSnapshot } from './take-snapshot.ts'
import { openParticipant } from './write-participant.ts'

type OfferProblem = { readonly code: ProblemCode }

/**
 * Offers three slots to whoever is asked for a meeting; the offer that stood before, chosen or not, ends.
 * @refuses request_over when the request was declined, expired or withdrawn, three_slots_of_the_event
 */
export async function offerSlots(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  hostId: string,
  wishId: string,
  slotIds: readonly string[],
): Promise<Outcome<null, OfferProblem>> {
  const { mission, event } = await organiseEvent(ctx, missionId, eventId)
  const request = found((await listReceivedRequests(ctx.tx, event.id, hostId)).find(({ id }) => id === wishId))
  if (request.state !== 'open' && request.state !== 'accepted') return refused({ code: 'request_over' })
  if (new Set(slotIds).size !== 3) return refused({ code: 'three_slots_of_the_event' })
  await ctx.journal.event('meeting_slots.offered')
  await sql.withdrawOffers(ctx.tx, wishId)
  await sql.insertOffer(ctx.tx, { missionId: mission.id, eventId: event.id, wishId, hostId, slotIds, offeredAt: ctx.now })
  return ok(null)
}

/** Chooses one of the three in the name of whoever is asked. @refuses offer_over, accepted_within_quota */
export async function chooseOfferedSlot(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  hostId: string,
  { offerId, slotId }: { readonly offerId: string; readonly slotId: string },
): Promise<Outcome<null, OfferProblem>> {
  const { participant } = await openParticipant(ctx, missionId, eventId, hostId)
  await ctx.journal.event('meeting_request.answered')
  return (await sql.chooseSlot(ctx.tx, participant.id, offerId, slotId, ctx.now)) ? ok(null) : refused({ code: 'offer_over' })
}

/** For each request a participant received, the first three slots at which both are free, by the wish; for organisers. */
export async function proposeSlots(ctx: Ctx, missionId: string, eventId: string, hostId: string): Promise<Record<string, string[]>> {
  const { mission, event, participant } = await openParticipant(ctx, missionId, eventId, hostId)
  allow(mayOrganiseMeetings(ctx.actor, mission.partners))
  const { snapshot } = await takeSnapshot(ctx, event, null)
  const meetings = (await listMeetings(ctx.tx, event.id)).map(plannedOf)
  const requests = await listReceivedRequests(ctx.tx, event.id, participant.id)
  return Object.fromEntries(
    requests.map(({ id, participantId }) => [
      id,
      commonSlots(snapshot, meetings, { one: participantId, other: participant.id }).slice(0, 3),
    ]),
  )
}
