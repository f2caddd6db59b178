import type { PairKey, PlannedMeeting } from './snapshot.ts'

/** A meeting that is elsewhere, at another time or with others than before; null before: it is new; null after: it is no more. */
export type PlanChange = PairKey & { readonly before: Attended | null; readonly after: Attended | null }
export type Attended = Pick<PlannedMeeting, 'slotId' | 'spotId' | 'people'>

/** From one list of meetings to another: what changes, and nothing of what stays. */
export function deltaOf(before: readonly PlannedMeeting[], after: readonly PlannedMeeting[]): PlanChange[] {
  const wanted = new Map(after.map((meeting) => [`${meeting.one} ${meeting.other}`, meeting]))
  const changed = before.flatMap((held): PlanChange[] => {
    const key = `${held.one} ${held.other}`
    const next = wanted.get(key)
    wanted.delete(key)
    const stays = next?.slotId === held.slotId && next.spotId === held.spotId && sameSet(next.people, held.people)
    return stays ? [] : [{ one: held.one, other: held.other, before: attended(held), after: next ? attended(next) : null }]
  })
  return [
    ...changed,
    ...[...wanted.values()].map((meeting) => ({ one: meeting.one, other: meeting.other, before: null, after: attended(meeting) })),
  ]
}

/** Everybody and everything whose day changes. */
export function touchedBy(changes: readonly PlanChange[]): ReadonlySet<string> {
  return new Set(changes.flatMap(({ before, after }) => [...(before?.people ?? []), ...(after?.people ?? [])]))
}

function attended({ slotId, spotId, people }: PlannedMeeting): Attended {
  return { slotId, spotId, people }
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id))
}
