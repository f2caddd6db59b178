import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type PlanChange, deltaOf } from './plan-delta.ts'
import { type HeldMeeting, plannedOf } from './run.ts'
import type { PlannedMeeting } from './snapshot.ts'

/** `gone` are removed; `placed` are held, under the identity they had when the two met already. What stays as it is, is in neither. */
export type PlanChanges = {
  readonly delta: readonly PlanChange[]
  readonly gone: readonly string[]
  readonly placed: readonly (PlannedMeeting & { readonly id: string | null })[]
}

/** From the plan in force to another. @refuses a_locked_meeting_does_not_move */
export function decideChanges(
  inForce: readonly HeldMeeting[],
  planned: readonly PlannedMeeting[],
): Outcome<PlanChanges, { readonly code: 'a_locked_meeting_does_not_move' }> {
  const held = new Map(inForce.map((meeting) => [`${meeting.oneId} ${meeting.otherId}`, meeting]))
  const delta = deltaOf(inForce.map(plannedOf), planned)
  const touched = delta.flatMap(({ one, other }) => held.get(`${one} ${other}`) ?? [])
  if (touched.some(({ isLocked }) => isLocked)) return refused({ code: 'a_locked_meeting_does_not_move' })
  return ok({
    delta,
    gone: touched.map(({ id }) => id),
    placed: delta.flatMap(({ one, other, after }) =>
      after ? [{ one, other, ...after, id: held.get(`${one} ${other}`)?.id ?? null }] : [],
    ),
  })
}
