import type { LevelName, PlannedMeeting, Snapshot } from '../snapshot.ts'
import { daysOf, seated, waitsOf } from './day.ts'
import { meetingsOfEach, needsOf, spotsFor } from './needs.ts'

/** What each level of a plan amounts to, counted again from its meetings; `depth` as in `LevelLine`. */
export function worthOf(snapshot: Snapshot, meetings: readonly PlannedMeeting[], level: LevelName, depth: number): number {
  switch (level) {
    case 'moves':
      return movedMeetings(snapshot, meetings)
    case 'musts':
      return unheld(snapshot, meetings).filter(({ isMust }) => isMust).length
    case 'targets':
      return shortBy(snapshot, meetings, depth)
    case 'wishes':
      return unheld(snapshot, meetings).reduce((sum, { weight }) => sum + weight, 0)
    case 'breaks':
      return waitsOf(snapshot, meetings).length
    case 'idle':
      return waitsOf(snapshot, meetings).reduce((sum, { slots }) => sum + slots, 0)
    case 'places':
      return daysOf(seated(snapshot, meetings)).reduce(
        (sum, { meetings: own }) => sum + own.slice(1).filter((next, index) => next.place !== own[index]?.place).length,
        0,
      )
    case 'spread':
      return [...Map.groupBy(seated(snapshot, meetings), ({ place, slotId }) => `${place} ${slotId}`).values()].reduce(
        (sum, { length }) => sum + length * length,
        0,
      )
  }
}

/** Meetings of the plan in force that are elsewhere, at another time, with other people, or no more. Tables of one district are one place. */
export function movedMeetings(snapshot: Snapshot, meetings: readonly PlannedMeeting[]): number {
  const placed = new Map(seated(snapshot, meetings).map((meeting) => [`${meeting.one} ${meeting.other}`, meeting]))
  const possible = new Set(holdable(snapshot).map(({ one, other }) => `${one} ${other}`))
  return seated(snapshot, snapshot.current).filter((before) => {
    const key = `${before.one} ${before.other}`
    const now = placed.get(key)
    if (!possible.has(key)) return false
    return now?.slotId !== before.slotId || now.place !== before.place || now.people.toSorted().join() !== before.people.toSorted().join()
  }).length
}

/** Pairs that no plan could hold are told apart, and weigh on no level. A locked meeting is held by force, not by wish. */
function holdable(snapshot: Snapshot) {
  return snapshot.pairs.filter(
    (pair) => spotsFor(snapshot, pair).length > 0 && needsOf(snapshot, pair).every(({ candidates }) => candidates.length > 0),
  )
}

function unheld(snapshot: Snapshot, meetings: readonly PlannedMeeting[]) {
  const held = new Set(meetings.map(({ one, other }) => `${one} ${other}`))
  return holdable(snapshot).filter(({ one, other }) => !held.has(`${one} ${other}`))
}

/** Participants who miss their target by as much or more; nobody misses more than they wish for. */
function shortBy(snapshot: Snapshot, meetings: readonly PlannedMeeting[], depth: number): number {
  const [wished, held] = [meetingsOfEach(holdable(snapshot)), meetingsOfEach(meetings)]
  return snapshot.participants.filter(({ id, target }) => Math.min(target, wished.get(id) ?? 0) - (held.get(id) ?? 0) >= depth).length
}
