import { type BrokenRule, brokenRules } from '../judge/broken-rules.ts'
import { type Wait, waitsOf } from '../judge/day.ts'
import type { PairKey, PlannedMeeting, Snapshot } from '../snapshot.ts'
import { crewFor } from './crew.ts'

/** What putting one meeting elsewhere, on the board or off it, does to everybody. Nothing is written. */
export type Consequences = {
  /** Rules that would be broken, and are not yet: any of them forbids the change. */
  readonly broken: readonly BrokenRule[]
  readonly waits: readonly ShownWait[]
  /** Waits there would be no more. */
  readonly settled: readonly ShownWait[]
  /** Who comes, and did not before; and the reverse. */
  readonly joined: readonly string[]
  readonly freed: readonly string[]
}

/** Somebody who waits between two meetings. */
export type ShownWait = {
  readonly whoId: string
  readonly after: PairKey
  readonly before: PairKey
  readonly fromSlotId: string
  readonly slots: number
}

/**
 * From a meeting as it stands (null: it waits for a place) to where it would go (null: off the board). Only meetings that share a person, a participant or
 * a slot with it can suffer; the others are left aside, so that a preview takes as long on a large event as on a small one.
 */
export function consequencesOf(
  snapshot: Snapshot,
  meetings: readonly PlannedMeeting[],
  from: PlannedMeeting | null,
  to: PlannedMeeting | null,
): Consequences {
  const people = new Set([...(from?.people ?? []), ...(to?.people ?? [])])
  const pair = from ?? to
  const others = meetings.filter(
    (meeting) =>
      !(meeting.one === pair?.one && meeting.other === pair.other) &&
      (meeting.slotId === to?.slotId ||
        [meeting.one, meeting.other].some((id) => id === pair?.one || id === pair?.other) ||
        meeting.people.some((id) => people.has(id))),
  )
  const bare: Snapshot = { ...snapshot, current: [] }
  const [was, would] = [
    [...others, ...(from ? [from] : [])],
    [...others, ...(to ? [to] : [])],
  ]
  const [waited, waits] = [waitsOf(bare, was).map(shown), waitsOf(bare, would).map(shown)]
  return {
    broken: without(brokenRules(bare, would), brokenRules(bare, was)),
    waits: without(waits, waited),
    settled: without(waited, waits),
    joined: to?.people.filter((id) => !from?.people.includes(id)) ?? [],
    freed: from?.people.filter((id) => !to?.people.includes(id)) ?? [],
  }
}

/** A place a meeting could take without breaking any rule, and how many more would wait. */
export type FreePlace = { readonly slotId: string; readonly spotId: string; readonly waits: number }

/** Where two could meet, slot by slot: the spot they have, else the first that is free. Fewest waits first, then the earliest. */
export function freePlaces(
  snapshot: Snapshot,
  meetings: readonly PlannedMeeting[],
  pair: PairKey,
  from: PlannedMeeting | null,
): FreePlace[] {
  const others = meetings.filter((meeting) => !(meeting.one === pair.one && meeting.other === pair.other))
  const spots = snapshot.spots.toSorted((a, b) => Number(b.id === from?.spotId) - Number(a.id === from?.spotId))
  const found = snapshot.slots.flatMap(({ id: slotId }): FreePlace[] => {
    if (slotId === from?.slotId) return []
    const taken = new Set(others.flatMap((meeting) => (meeting.slotId === slotId ? [meeting.spotId] : [])))
    for (const { id, away } of spots) if (away?.includes(slotId)) taken.add(id)
    const crew = crewFor(snapshot, others, pair, slotId, from?.people ?? [])
    for (const spot of spots) {
      if (taken.has(spot.id)) continue
      const to = { one: pair.one, other: pair.other, slotId, spotId: spot.id, people: crew }
      const { broken, waits, settled } = consequencesOf(snapshot, meetings, from, to)
      if (broken.length === 0) return [{ slotId, spotId: spot.id, waits: waits.length - settled.length }]
      // What stands in the way lies with the people, at any spot of the slot.
      if (broken.every(({ kind }) => kind !== 'wrong_spot' && kind !== 'too_far')) return []
    }
    return []
  })
  return found.sort((a, b) => a.waits - b.waits)
}

function shown({ whoId, after, before, slots }: Wait): ShownWait {
  const pair = ({ one, other }: PairKey) => ({ one, other })
  return { whoId, after: pair(after), before: pair(before), fromSlotId: after.slotId, slots }
}

function without<Each>(some: readonly Each[], others: readonly Each[]): Each[] {
  const known = new Set(others.map((each) => JSON.stringify(each)))
  return some.filter((each) => !known.has(JSON.stringify(each)))
}
