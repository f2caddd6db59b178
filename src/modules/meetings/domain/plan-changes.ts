import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { HeldMeeting } from './run.ts'
import type { PlannedMeeting } from './snapshot.ts'

/** `gone` are removed; `placed` are held, under the identity they had when the two met already. What stays as it is, is in neither. */
export type PlanChanges = {
  readonly gone: readonly string[]
  readonly placed: readonly (PlannedMeeting & { readonly id: string | null })[]
}

/** From the plan in force to another. @refuses a_locked_meeting_does_not_move */
export function decideChanges(
  inForce: readonly HeldMeeting[],
  planned: readonly PlannedMeeting[],
): Outcome<PlanChanges, { readonly code: 'a_locked_meeting_does_not_move' }> {
  const wanted = new Map(planned.map((meeting) => [`${meeting.one} ${meeting.other}`, meeting]))
  const gone: string[] = []
  const placed: (PlannedMeeting & { id: string | null })[] = []
  for (const held of inForce) {
    const key = `${held.oneId} ${held.otherId}`
    const next = wanted.get(key)
    wanted.delete(key)
    if (next && next.slotId === held.slotId && next.spotId === held.spotId && sameSet(next.people, held.people)) continue
    if (held.isLocked) return refused({ code: 'a_locked_meeting_does_not_move' })
    gone.push(held.id)
    if (next) placed.push({ ...next, id: held.id })
  }
  return ok({ gone, placed: [...placed, ...[...wanted.values()].map((meeting) => ({ ...meeting, id: null }))] })
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id))
}
