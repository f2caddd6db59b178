import { GIVEN, type Plan, type Problem } from '../problem.ts'
import { breaksIn, type Held, numbers, rowsOf, stepsIn } from './held.ts'
import { movedMeetings } from './levels.ts'
import { heldByParty, poolLoads } from './loads.ts'

/** A rule broken, with its witnesses. All are indexes; slots are from 0. */
export type Violation =
  /** It has to be held and is not. */
  | { readonly kind: 'not_held'; readonly meeting: number }
  /** It has no start, and yet a pool or a person. */
  | { readonly kind: 'half_held'; readonly meeting: number }
  | { readonly kind: 'start_outside_grid'; readonly meeting: number; readonly slot: number }
  | { readonly kind: 'start_not_allowed'; readonly meeting: number; readonly slot: number }
  /** It would go on after its stretch has ended. */
  | { readonly kind: 'stretch_crossed'; readonly meeting: number; readonly slot: number }
  | { readonly kind: 'pool_not_offered'; readonly meeting: number; readonly pool: number }
  | { readonly kind: 'person_not_candidate'; readonly meeting: number; readonly role: number; readonly person: number }
  | { readonly kind: 'person_away'; readonly meeting: number; readonly person: number; readonly slot: number }
  /** In two meetings at once, or in two roles of one (`meeting` and `other` are then the same). */
  | { readonly kind: 'person_twice'; readonly person: number; readonly slot: number; readonly meeting: number; readonly other: number }
  | { readonly kind: 'pool_overfull'; readonly pool: number; readonly slot: number; readonly held: number; readonly capacity: number }
  | {
      readonly kind: 'travel_too_short'
      readonly person: number
      readonly meeting: number
      readonly other: number
      readonly idleSlots: number
      readonly neededSlots: number
    }
  | { readonly kind: 'quota_exceeded'; readonly party: number; readonly held: number; readonly quota: number }
  /** `meeting` should have ended before `other` starts. */
  | { readonly kind: 'out_of_order'; readonly meeting: number; readonly other: number }
  /** `person` has the most breaks and `other` the fewest. */
  | { readonly kind: 'unfair'; readonly person: number; readonly other: number; readonly difference: number }
  | { readonly kind: 'too_many_moves'; readonly moves: number; readonly allowed: number }

/** Every rule that the plan breaks. */
export function brokenRules(problem: Problem, plan: Plan, held: readonly Held[]): Violation[] {
  return [
    ...numbers(problem.meetingCount).flatMap((meeting) => brokenByMeeting(problem, plan, meeting)),
    ...held.flatMap((one) => brokenPresence(problem, one)),
    ...doubleBookings(problem, held),
    ...overfullPools(problem, held),
    ...shortTravels(problem, held),
    ...exceededQuotas(problem, held),
    ...brokenOrder(problem, held),
    ...unfairness(problem, held),
    ...excessMoves(problem, plan),
  ]
}

function brokenByMeeting(problem: Problem, plan: Plan, meeting: number): Violation[] {
  const start = plan.start[meeting]
  const pool = plan.pool[meeting]
  const roles = numbers(problem.roleOffset[meeting + 1], problem.roleOffset[meeting])
  if (start === -1) {
    const isHalf = pool !== -1 || roles.some((role) => plan.filledBy[role] !== -1)
    return [
      ...(problem.demand[meeting] === GIVEN ? [{ kind: 'not_held', meeting } as const] : []),
      ...(isHalf ? [{ kind: 'half_held', meeting } as const] : []),
    ]
  }
  const pools = problem.pool.subarray(problem.poolOffset[meeting], problem.poolOffset[meeting + 1])
  const strangers = roles.flatMap((role) => {
    const person = plan.filledBy[role]
    const candidates = problem.candidate.subarray(problem.candidateOffset[role], problem.candidateOffset[role + 1])
    return candidates.includes(person) ? [] : [{ kind: 'person_not_candidate', meeting, role, person } as const]
  })
  return [
    ...brokenStart(problem, meeting, start),
    ...(pools.includes(pool) ? [] : [{ kind: 'pool_not_offered', meeting, pool } as const]),
    ...strangers,
  ]
}

function brokenStart(problem: Problem, meeting: number, slot: number): Violation[] {
  const last = slot + problem.lengthSlots[meeting] - 1
  if (slot < 0 || last >= problem.slotCount) return [{ kind: 'start_outside_grid', meeting, slot }]
  const isAllowed = problem.startAllowed[meeting * problem.slotCount + slot] === 1
  return [
    ...(isAllowed ? [] : [{ kind: 'start_not_allowed', meeting, slot } as const]),
    ...(problem.stretchOf[slot] === problem.stretchOf[last] ? [] : [{ kind: 'stretch_crossed', meeting, slot } as const]),
  ]
}

function brokenPresence(problem: Problem, { meeting, start, end, people }: Held): Violation[] {
  return people.flatMap((person) =>
    numbers(end, start)
      .filter((slot) => problem.personFree[person * problem.slotCount + slot] !== 1)
      .map((slot) => ({ kind: 'person_away', meeting, person, slot }) as const),
  )
}

function doubleBookings(problem: Problem, held: readonly Held[]): Violation[] {
  const inMeeting = new Map<number, number>()
  const found: Violation[] = []
  for (const { meeting, start, end, people } of held)
    for (const person of people)
      for (const slot of numbers(end, start)) {
        const key = person * problem.slotCount + slot
        const before = inMeeting.get(key)
        if (before !== undefined) found.push({ kind: 'person_twice', person, slot, meeting: before, other: meeting })
        else inMeeting.set(key, meeting)
      }
  return found
}

function overfullPools(problem: Problem, held: readonly Held[]): Violation[] {
  return poolLoads(problem, held).flatMap((loads, pool) =>
    loads.flatMap((load, slot) => {
      const capacity = problem.poolCapacity[pool * problem.slotCount + slot]
      return load > capacity ? [{ kind: 'pool_overfull', pool, slot, held: load, capacity } as const] : []
    }),
  )
}

function shortTravels(problem: Problem, held: readonly Held[]): Violation[] {
  return rowsOf(problem, held).flatMap((row, person) =>
    stepsIn(problem, row).flatMap(([before, next]) => {
      const idleSlots = next.start - before.end
      // Two meetings at once are told once, as such.
      if (idleSlots < 0 || before.place === -1 || next.place === -1) return []
      const neededSlots = problem.travelSlots[before.place * problem.placeCount + next.place]
      const { meeting } = before
      return idleSlots < neededSlots
        ? [{ kind: 'travel_too_short', person, meeting, other: next.meeting, idleSlots, neededSlots } as const]
        : []
    }),
  )
}

function exceededQuotas(problem: Problem, held: readonly Held[]): Violation[] {
  return heldByParty(problem, held).flatMap((count, party) =>
    count > problem.quota[party] ? [{ kind: 'quota_exceeded', party, held: count, quota: problem.quota[party] } as const] : [],
  )
}

function brokenOrder(problem: Problem, held: readonly Held[]): Violation[] {
  const byMeeting = new Map(held.map((one) => [one.meeting, one]))
  return numbers(problem.earlier.length).flatMap((i) => {
    const before = byMeeting.get(problem.earlier[i])
    const after = byMeeting.get(problem.later[i])
    if (before === undefined || after === undefined || before.end <= after.start) return []
    return [{ kind: 'out_of_order', meeting: before.meeting, other: after.meeting } as const]
  })
}

function unfairness(problem: Problem, held: readonly Held[]): Violation[] {
  if (problem.fairness === -1) return []
  const counts = rowsOf(problem, held)
    .map((row, person) => ({ person, breaks: breaksIn(problem, row).length }))
    .filter(({ person }) => problem.countsBreaks[person] === 1)
    .sort((a, b) => b.breaks - a.breaks)
  const [most] = counts
  const fewest = counts.at(-1)
  if (most === undefined || fewest === undefined) return []
  const difference = most.breaks - fewest.breaks
  return difference > problem.fairness ? [{ kind: 'unfair', person: most.person, other: fewest.person, difference }] : []
}

function excessMoves(problem: Problem, plan: Plan): Violation[] {
  if (problem.current === null || problem.movesAllowed === -1) return []
  const moves = movedMeetings(problem, plan).length
  return moves > problem.movesAllowed ? [{ kind: 'too_many_moves', moves, allowed: problem.movesAllowed }] : []
}
