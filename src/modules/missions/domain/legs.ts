import { compareDates } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { NewLeg } from './mission.ts'

export type LegProblem = { readonly code: 'leg_ends_before_it_starts' | 'legs_overlap' | 'too_many_legs'; readonly position: number }

export const maxLegs = 12

/** Legs in the order of the journey. Two legs may share the day of the transfer, never more. */
export function decideLegs(legs: readonly NewLeg[]): Outcome<NewLeg[], LegProblem> {
  if (legs.length > maxLegs) return refused({ code: 'too_many_legs', position: maxLegs })
  const reversed = legs.findIndex((leg) => compareDates(leg.startsOn, leg.endsOn) > 0)
  if (reversed !== -1) return refused({ code: 'leg_ends_before_it_starts', position: reversed })
  const ordered = legs.toSorted((one, other) => compareDates(one.startsOn, other.startsOn) || compareDates(one.endsOn, other.endsOn))
  const overlapping = ordered.findIndex((leg, index) => {
    const previous = ordered[index - 1]
    return previous !== undefined && compareDates(leg.startsOn, previous.endsOn) < 0
  })
  if (overlapping !== -1) return refused({ code: 'legs_overlap', position: legs.indexOf(ordered[overlapping] as NewLeg) })
  return ok(ordered)
}
