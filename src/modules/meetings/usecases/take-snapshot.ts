import { createHash } from 'node:crypto'
import type { Ctx } from '#platform/context.ts'
import { canonicalJson } from '#platform/pure/canonical-json.ts'
import { dateIn } from '#platform/pure/instant.ts'
import type { MeetingEvent } from '../domain/event.ts'
import { pairsOf } from '../domain/pairs.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { listAbsences, listParticipants, listRepresentatives } from '../sql/participants.ts'
import { listMeetings } from '../sql/plans.ts'
import { listResources, listRules, listSlots, listSpots } from '../sql/setup.ts'
import { listWishes } from '../sql/wishes.ts'

export type FrozenSnapshot = { readonly snapshot: Snapshot; readonly text: string; readonly digest: Buffer }

/** The event as it is at this moment, frozen. The event is locked by the caller, so that it is one event. */
export async function takeSnapshot(ctx: Ctx, event: MeetingEvent, movesAllowed: number | null): Promise<FrozenSnapshot> {
  const { slotMinutes, pauseMinutes, nearMinutes, farMinutes, timeZone } = event
  const away = Map.groupBy(await listAbsences(ctx.tx, event.id), ({ whoId }) => whoId)
  const awayOf = (id: string) => (away.get(id) ?? []).map(({ slotId }) => slotId).sort()
  const people = Map.groupBy(await listRepresentatives(ctx.tx, event.id), ({ participantId }) => participantId)
  const participants = await listParticipants(ctx.tx, event.id)
  const inForce = await listMeetings(ctx.tx, event.id)
  const snapshot: Snapshot = {
    slotMinutes,
    pauseMinutes,
    nearMinutes,
    farMinutes,
    slots: (await listSlots(ctx.tx, event.id)).map((slot) => ({ ...slot, date: dateIn(timeZone, slot.startsAt) })),
    participants: participants.map(({ id, target, meetingQuota, languages }) => ({
      id,
      target,
      quota: meetingQuota,
      languages,
      people: (people.get(id) ?? []).map((person) => ({ id: person.id, away: awayOf(person.id) })),
    })),
    resources: (await listResources(ctx.tx, event.id)).map(({ id, kind, languages }) => ({ id, kind, languages, away: awayOf(id) })),
    spots: (await listSpots(ctx.tx, event.id)).map(({ id, participantId, district }) => {
      const closed = awayOf(id)
      return { id, participantId, district, ...(closed.length > 0 && { away: closed }) }
    }),
    pairs: pairsOf(participants, await listRules(ctx.tx, event.id), await listWishes(ctx.tx, event.id)),
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
