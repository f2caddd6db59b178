import type { CompanyKind } from '../event.ts'
import { type Attendees, attendeesOf, itemsAt } from '../in-the-way.ts'
import type { PairKey, PlannedMeeting, RoleName, Snapshot } from '../snapshot.ts'
import { type Seated, daysOf, seated } from './day.ts'
import { meetingsOfEach, needsOf, spotsFor } from './needs.ts'

/** A rule that a plan breaks, with its witnesses, in the ids of the snapshot. */
export type BrokenRule =
  /** Nobody asked for this meeting, or it is there twice. */
  | ({ readonly kind: 'not_wished' | 'met_twice' | 'nowhere' } & PairKey)
  /** Not where one of the two receives, or at somebody else's. */
  | ({ readonly kind: 'wrong_spot'; readonly spotId: string } & PairKey)
  | ({ readonly kind: 'nobody_for'; readonly role: RoleName } & PairKey)
  | ({ readonly kind: 'stranger'; readonly whoId: string } & PairKey)
  /** `itemIds`: what the programme of the mission has them do then, when it is the programme. */
  | ({ readonly kind: 'away'; readonly whoId: string; readonly slotId: string; readonly itemIds?: readonly string[] } & PairKey)
  | ({ readonly kind: 'twice_at_once'; readonly whoId: string; readonly slotId: string; readonly meeting: PairKey } & PairKey)
  | ({ readonly kind: 'spot_taken'; readonly spotId: string; readonly slotId: string; readonly meeting: PairKey } & PairKey)
  /** The table is lost, or the address closed. */
  | ({ readonly kind: 'spot_away'; readonly spotId: string; readonly slotId: string } & PairKey)
  | ({ readonly kind: 'too_far'; readonly whoId: string; readonly meeting: PairKey } & PairKey)
  | { readonly kind: 'quota'; readonly participantId: string; readonly held: number; readonly quota: number }
  | ({ readonly kind: 'lock_broken' } & PairKey)
  /** At another slot than the one that was chosen among three. */
  | ({ readonly kind: 'not_as_chosen'; readonly slotId: string } & PairKey)

/** Every rule that meetings break, judged on the snapshot and the list of meetings alone: it shares no code with what plans. */
export function brokenRules(snapshot: Snapshot, meetings: readonly PlannedMeeting[]): BrokenRule[] {
  const placed = seated(snapshot, meetings)
  const companyOf = new Map(snapshot.pairs.map((pair) => [written(pair), pair.company]))
  const attendees = attendeesOf(snapshot)
  return [
    ...brokenWishes(snapshot, meetings),
    ...placed.flatMap((meeting) => brokenByMeeting(snapshot, meeting, companyOf.get(written(meeting)) ?? [], attendees)),
    ...brokenDays(snapshot, placed),
    ...takenSpots(placed),
    ...brokenQuotas(snapshot, meetings),
    ...brokenLocks(snapshot, meetings),
    ...brokenChoices(snapshot, meetings),
  ]
}

const keyOf = ({ one, other }: PairKey): PairKey => ({ one, other })
const written = ({ one, other }: PairKey) => `${one} ${other}`

function brokenWishes({ pairs, slots, spots }: Snapshot, meetings: readonly PlannedMeeting[]): BrokenRule[] {
  const wished = new Set(pairs.map(written))
  const met = new Set<string>()
  return meetings.flatMap((meeting): BrokenRule[] => {
    const key = written(meeting)
    const isTwice = met.has(key)
    met.add(key)
    const isSomewhere = slots.some(({ id }) => id === meeting.slotId) && spots.some(({ id }) => id === meeting.spotId)
    return [
      ...(wished.has(key) ? [] : [{ kind: 'not_wished', ...keyOf(meeting) } as const]),
      ...(isTwice ? [{ kind: 'met_twice', ...keyOf(meeting) } as const] : []),
      ...(isSomewhere ? [] : [{ kind: 'nowhere', ...keyOf(meeting) } as const]),
    ]
  })
}

function brokenByMeeting(snapshot: Snapshot, meeting: Seated, company: readonly CompanyKind[], attendees: Attendees): BrokenRule[] {
  const { one, other, slotId, spotId, people } = meeting
  const free = [...people]
  const lacking = needsOf(snapshot, { one, other, company }).flatMap(({ role, candidates }): BrokenRule[] => {
    const filledBy = free.findIndex((id) => candidates.includes(id))
    if (filledBy === -1) return [{ kind: 'nobody_for', role, one, other }]
    free.splice(filledBy, 1)
    return []
  })
  return [
    ...(spotsFor(snapshot, meeting).some(({ id }) => id === spotId) ? [] : [{ kind: 'wrong_spot', spotId, one, other } as const]),
    ...(snapshot.spots.find(({ id }) => id === spotId)?.away?.includes(slotId)
      ? [{ kind: 'spot_away', spotId, slotId, one, other } as const]
      : []),
    ...lacking,
    ...free.map((whoId) => ({ kind: 'stranger', whoId, one, other }) as const),
    ...people.flatMap((whoId): BrokenRule[] => {
      const who = attendees.get(whoId)
      if (!who?.away.includes(slotId)) return []
      const itemIds = itemsAt(who, slotId)
      return [{ kind: 'away', whoId, slotId, ...(itemIds.length > 0 && { itemIds }), one, other }]
    }),
  ]
}

function brokenDays({ slotMinutes, pauseMinutes, nearMinutes, farMinutes }: Snapshot, meetings: readonly Seated[]): BrokenRule[] {
  return daysOf(meetings).flatMap(({ whoId, meetings: own }) =>
    own.slice(1).flatMap((next, index): BrokenRule[] => {
      const before = own[index]
      if (!before) return []
      if (before.rank === next.rank) return [{ kind: 'twice_at_once', whoId, slotId: next.slotId, meeting: keyOf(before), ...keyOf(next) }]
      const way = before.place === next.place ? 0 : before.district === next.district ? nearMinutes : farMinutes
      const idle = next.rank - before.rank - 1
      const minutes = pauseMinutes + idle * (slotMinutes + pauseMinutes)
      return way > minutes ? [{ kind: 'too_far', whoId, meeting: keyOf(before), ...keyOf(next) }] : []
    }),
  )
}

function takenSpots(meetings: readonly Seated[]): BrokenRule[] {
  const at = new Map<string, Seated>()
  return meetings.flatMap((meeting): BrokenRule[] => {
    const { slotId, spotId } = meeting
    const before = at.get(`${slotId} ${spotId}`)
    at.set(`${slotId} ${spotId}`, before ?? meeting)
    return before ? [{ kind: 'spot_taken', spotId, slotId, meeting: keyOf(before), ...keyOf(meeting) }] : []
  })
}

function brokenQuotas({ participants }: Snapshot, meetings: readonly PlannedMeeting[]): BrokenRule[] {
  const counts = meetingsOfEach(meetings)
  return participants.flatMap(({ id, quota }): BrokenRule[] => {
    const held = counts.get(id) ?? 0
    return held > quota ? [{ kind: 'quota', participantId: id, held, quota }] : []
  })
}

function brokenLocks({ current }: Snapshot, meetings: readonly PlannedMeeting[]): BrokenRule[] {
  return current.flatMap((kept): BrokenRule[] => {
    const now = meetings.find(({ one, other }) => one === kept.one && other === kept.other)
    const isThere = now?.slotId === kept.slotId && now.spotId === kept.spotId
    return kept.isLocked && !isThere ? [{ kind: 'lock_broken', ...keyOf(kept) }] : []
  })
}

/** What is locked stays where it is: it was agreed to before. */
function brokenChoices({ pairs, current }: Snapshot, meetings: readonly PlannedMeeting[]): BrokenRule[] {
  const chosen = new Map(pairs.flatMap((pair) => (pair.slotId === undefined ? [] : [[written(pair), pair.slotId] as const])))
  const locked = new Set(current.filter(({ isLocked }) => isLocked).map(written))
  return meetings.flatMap((meeting): BrokenRule[] => {
    const slotId = chosen.get(written(meeting))
    return slotId === undefined || slotId === meeting.slotId || locked.has(written(meeting))
      ? []
      : [{ kind: 'not_as_chosen', slotId, ...keyOf(meeting) }]
  })
}
