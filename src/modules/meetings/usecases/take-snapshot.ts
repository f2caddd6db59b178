import { createHash } from 'node:crypto'
import type { Ctx } from '#platform/context.ts'
import { canonicalJson } from '#platform/pure/canonical-json.ts'
import { dateIn } from '#platform/pure/instant.ts'
import type { MeetingEvent } from '../domain/event.ts'
import { pairsOf } from '../domain/pairs.ts'
import { districtIn, slotsElsewhere, slotsOfOtherLegs } from '../domain/legs.ts'
import type { Attendee, Snapshot } from '../domain/snapshot.ts'
import { listAbsences, listParticipants, listRepresentatives } from '../sql/participants.ts'
import { listEventLegs, listPresences } from '../sql/legs.ts'
import { listMeetings } from '../sql/plans.ts'
import { listResources, listRules, listSlots, listSpots } from '../sql/setup.ts'
import { listOffers } from '../sql/slot-offers.ts'
import { listWishes } from '../sql/wishes.ts'
import { readBlocked } from './read-blocked.ts'

export type FrozenSnapshot = { readonly snapshot: Snapshot; readonly text: string; readonly digest: Buffer }

/** The event as it is at this moment, frozen. The event is locked by the caller, so that it is one event. */
export async function takeSnapshot(ctx: Ctx, event: MeetingEvent, movesAllowed: number | null): Promise<FrozenSnapshot> {
  const { slotMinutes, pauseMinutes, nearMinutes, farMinutes } = event
  const slots = await listSlots(ctx.tx, event.id)
  const legs = await listEventLegs(ctx.tx, event.id)
  const presences = await listPresences(ctx.tx, event.id)
  const away = Map.groupBy(await listAbsences(ctx.tx, event.id), ({ whoId }) => whoId)
  const awayOf = (id: string) => (away.get(id) ?? []).map(({ slotId }) => slotId).sort()
  const { of: blockedOf } = await readBlocked(ctx, event)
  // Whoever is on another leg is away from this one.
  const attendee = (id: string, elsewhere: readonly string[] = []): Attendee => {
    const said = [...new Set([...awayOf(id), ...elsewhere])].sort()
    // Whoever said to be away is away for that reason: the programme is the cause where it is the only one.
    const blocked = (blockedOf.get(id) ?? []).filter(({ slotId }) => !said.includes(slotId))
    if (blocked.length === 0) return { id, away: said }
    return { id, away: [...new Set([...said, ...blocked.map(({ slotId }) => slotId)])].sort(), blocked }
  }
  const people = Map.groupBy(await listRepresentatives(ctx.tx, event.id), ({ participantId }) => participantId)
  const participants = await listParticipants(ctx.tx, event.id)
  const inForce = await listMeetings(ctx.tx, event.id)
  const offers = await listOffers(ctx.tx, event.id)
  const chosen = new Map(offers.flatMap(({ wishId, chosenSlotId }) => (chosenSlotId ? [[wishId, chosenSlotId] as const] : [])))
  const snapshot: Snapshot = {
    slotMinutes,
    pauseMinutes,
    nearMinutes,
    farMinutes,
    slots: slots.map(({ id, stretch, startsAt, endsAt, timeZone }) => ({
      id,
      stretch,
      startsAt,
      endsAt,
      date: dateIn(timeZone, startsAt),
    })),
    participants: participants.map(({ id, target, meetingQuota, languages }) => ({
      id,
      target,
      quota: meetingQuota,
      languages,
      people: (people.get(id) ?? []).map((person) => attendee(person.id, slotsElsewhere(presences, id, slots))),
    })),
    resources: (await listResources(ctx.tx, event.id)).map(({ id, kind, languages }) => ({ ...attendee(id), kind, languages })),
    spots: (await listSpots(ctx.tx, event.id)).map((spot) => {
      const { id, participantId } = spot
      const closed = [...new Set([...awayOf(id), ...slotsOfOtherLegs(spot, slots)])].sort()
      return { id, participantId, district: districtIn(legs, spot), ...(closed.length > 0 && { away: closed }) }
    }),
    pairs: pairsOf(participants, await listRules(ctx.tx, event.id), await listWishes(ctx.tx, event.id), chosen),
    current: inForce
      .filter(({ isLocked }) => isLocked || movesAllowed !== null)
      .map(({ oneId, otherId, slotId, spotId, people: at, isLocked }) => ({
        one: oneId,
        other: otherId,
        slotId,
        spotId,
        people: [...at].sort(),
        isLocked,
      }))
      .sort((a, b) => (`${a.one} ${a.other}` < `${b.one} ${b.other}` ? -1 : 1)),
    movesAllowed,
  }
  const text = canonicalJson(snapshot)
  return { snapshot, text, digest: createHash('sha256').update(text).digest() }
}
