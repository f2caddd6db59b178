import type { Plan, Problem } from '../problem.ts'
import { breaksIn, heldMeetings, rowsOf } from '../verify/held.ts'

/** A person who waits, from the end of one meeting to the start of another. */
export type Wait = {
  readonly person: number
  readonly from: number
  readonly lengthSlots: number
  readonly before: number
  readonly after: number
}

/** Every break of those whose breaks count, by person and slot. */
export function waitsIn(problem: Problem, plan: Plan): Wait[] {
  return rowsOf(problem, heldMeetings(problem, plan)).flatMap((row, person) =>
    problem.countsBreaks[person] === 1
      ? breaksIn(problem, row).flatMap(({ from, length }) => {
          const before = row.find(({ end }) => end === from)
          const after = row.find(({ start }) => start === from + length)
          return before && after ? [{ person, from, lengthSlots: length, before: before.meeting, after: after.meeting }] : []
        })
      : [],
  )
}
