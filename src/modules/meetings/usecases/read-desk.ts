import { allow } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Mission } from '#modules/missions/index.ts'
import type { Desk } from '../domain/desk.ts'
import type { MeetingEvent } from '../domain/event.ts'
import { mayBringParticipants, mayWriteParticipant } from '../domain/rights.ts'
import { type ShownDay, shownDay, shownSlots } from '../domain/shown-slots.ts'
import { listArrivals } from '../sql/desk.ts'
import { listOutcomes } from '../sql/outcomes.ts'
import { listAbsences, listParticipants, listRepresentatives } from '../sql/participants.ts'
import { listEventLegs, listPresences } from '../sql/legs.ts'
import { listMeetings } from '../sql/plans.ts'
import { listResources, listRules, listSlots, listSpots } from '../sql/setup.ts'
import { openEvent } from './open-event.ts'
import { listBlocked } from './read-blocked.ts'

/** `desk` is null as long as the event has no day. */
export type OpenDesk = {
  readonly mission: Mission
  readonly event: MeetingEvent
  readonly days: readonly ShownDay[]
  readonly desk: Desk | null
}

/** One day of an event at its desk: today, or the first day that comes, unless another is asked for. Partners see what concerns their own. */
export async function readDesk(ctx: Ctx, missionId: string, eventId: string, asked: string | null): Promise<OpenDesk> {
  const { mission, event } = await openEvent(ctx, missionId, eventId)
  allow(mayBringParticipants(ctx.actor, mission.partners))
  const instants = await listSlots(ctx.tx, event.id)
  const legs = await listEventLegs(ctx.tx, event.id)
  const all = shownSlots(instants, legs).map((slot, index) => ({ ...instants[index], ...slot }))
  const { days, day } = shownDay(all, asked, ctx.now)
  if (!day) return { mission, event, days, desk: null }
  const slots = all
    .filter(({ date }) => date === day.date)
    .map(({ id, startsAt = ctx.now, endsAt = ctx.now, from, to }) => ({ id, startsAt, endsAt, from, to }))
  const ofDay = new Set(slots.map(({ id }) => id))
  const legOfDay = instants.find(({ id }) => ofDay.has(id))?.legId
  const presences = await listPresences(ctx.tx, event.id)
  const isThere = (participantId: string) => presences.get(participantId)?.includes(legOfDay ?? '') ?? true
  const meetings = await listMeetings(ctx.tx, event.id)
  const arrivals = await listArrivals(ctx.tx, event.id, day.date)
  const held = meetings.filter(({ slotId }) => ofDay.has(slotId))
  const heldIds = new Set(held.map(({ id }) => id))
  const desk: Desk = {
    zone: day.zone,
    day: day.date,
    now: ctx.now,
    nearMinutes: event.nearMinutes,
    farMinutes: event.farMinutes,
    slots,
    // Tables of another city are not of this day.
    spots: (await listSpots(ctx.tx, event.id))
      .filter(({ legId }) => legId === legOfDay)
      .map(({ id, name, district, participantId }) => ({ id, name, district, participantId })),
    participants: (await listParticipants(ctx.tx, event.id))
      .filter(({ id }) => isThere(id))
      .map(({ id, name, circleId, languages, organisationId }) => ({
        id,
        name,
        circleId,
        languages,
        isTold: mayWriteParticipant(ctx.actor, mission.partners, organisationId),
      })),
    people: (await listRepresentatives(ctx.tx, event.id))
      .filter(({ participantId }) => isThere(participantId))
      .map(({ id, participantId, givenName, familyName, job }) => ({
        id,
        participantId,
        name: `${givenName} ${familyName}`.trim(),
        job,
      })),
    resources: await listResources(ctx.tx, event.id),
    rules: (await listRules(ctx.tx, event.id)).map(({ fromId, toId, company }) => ({ fromId, toId, company })),
    meetings: held.map(({ id, oneId, otherId, slotId, spotId, people }) => ({ id, oneId, otherId, slotId, spotId, people })),
    arrived: Object.fromEntries(arrivals.map(({ representativeId, notedAt }) => [representativeId, notedAt])),
    told: (await listOutcomes(ctx.tx, event.id))
      .filter(({ meetingId }) => heldIds.has(meetingId))
      .map(({ saidAt: _saidAt, ...word }) => word),
    away: [...(await listAbsences(ctx.tx, event.id)), ...(await listBlocked(ctx, event))].filter(({ slotId }) => ofDay.has(slotId)),
    metElsewhere: meetings.filter(({ slotId }) => !ofDay.has(slotId)).map(({ oneId, otherId }) => ({ oneId, otherId })),
  }
  return { mission, event, days, desk }
}
