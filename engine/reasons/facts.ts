import type { Problem } from '../problem.ts'

/** Something that a problem of the published shape asks for, and that one could imagine away. */
export type Fact =
  /** The meeting has to be held. */
  | { readonly kind: 'meeting'; readonly meeting: number }
  /** The meeting has to be in its session or at its fixed slot. */
  | { readonly kind: 'starts'; readonly meeting: number }
  /** The person is away at some slots. */
  | { readonly kind: 'away'; readonly person: number }
  /** One meeting is before another: an index of `earlier` and `later`. */
  | { readonly kind: 'order'; readonly index: number }
  /** There are only so many tables. */
  | { readonly kind: 'tables' }
  /** Breaks are shared out fairly. */
  | { readonly kind: 'fairness' }

/** All facts of a problem that forbid anything, those of everybody first and the meetings last. */
export function factsOf(problem: Problem): Fact[] {
  const { slotCount, meetingCount, personCount, earlier, later } = problem
  // A meeting that should come before itself has no start at all: the order is the fact to tell.
  const beforeThemselves = new Set(earlier.filter((meeting, i) => meeting === later[i]))
  const indexes = (count: number) => Array.from({ length: count }, (_, i) => i)
  const isFull = (cells: Uint8Array, row: number) => cells.subarray(row * slotCount, (row + 1) * slotCount).every((cell) => cell === 1)
  return [
    ...(problem.fairness >= 0 ? [{ kind: 'fairness' } as const] : []),
    { kind: 'tables' },
    ...indexes(problem.earlier.length).map((index) => ({ kind: 'order', index }) as const),
    ...indexes(personCount).flatMap((person) => (isFull(problem.personFree, person) ? [] : [{ kind: 'away', person } as const])),
    ...indexes(meetingCount).flatMap((meeting) =>
      isFull(problem.startAllowed, meeting) || beforeThemselves.has(meeting) ? [] : [{ kind: 'starts', meeting } as const],
    ),
    ...indexes(meetingCount).map((meeting) => ({ kind: 'meeting', meeting }) as const),
  ]
}

/**
 * The problem in which only some of its facts hold: its other meetings are left out, its other rules forbid nothing. What asks less is
 * easier: if this one has no plan, neither has the whole.
 */
export function problemOf(problem: Problem, facts: readonly Fact[]): Problem {
  const { slotCount, personCount } = problem
  const kept = facts.flatMap((fact) => (fact.kind === 'meeting' ? [fact.meeting] : [])).sort((a, b) => a - b)
  const renumbered = new Map(kept.map((meeting, i) => [meeting, i]))
  const bound = new Set(facts.flatMap((fact) => (fact.kind === 'starts' ? [fact.meeting] : [])))
  const away = new Set(facts.flatMap((fact) => (fact.kind === 'away' ? [fact.person] : [])))
  const order = facts
    .flatMap((fact) => (fact.kind === 'order' ? [[problem.earlier[fact.index], problem.later[fact.index]] as const] : []))
    .flatMap(([before, after]) => {
      const earlier = renumbered.get(before)
      const later = renumbered.get(after)
      return earlier === undefined || later === undefined ? [] : [[earlier, later] as const]
    })
  const has = (kind: Fact['kind']) => facts.some((fact) => fact.kind === kind)
  const row = (cells: Uint8Array, index: number, holds: boolean) =>
    holds ? [...cells.subarray(index * slotCount, (index + 1) * slotCount)] : Array.from({ length: slotCount }, () => 1)
  return {
    ...problem,
    personFree: Uint8Array.from(
      Array.from({ length: personCount }, (_, person) => row(problem.personFree, person, away.has(person))).flat(),
    ),
    fairness: has('fairness') ? problem.fairness : -1,
    meetingCount: kept.length,
    lengthSlots: problem.lengthSlots.slice(0, kept.length),
    demand: problem.demand.slice(0, kept.length),
    weight: problem.weight.slice(0, kept.length),
    startAllowed: Uint8Array.from(kept.flatMap((meeting) => row(problem.startAllowed, meeting, bound.has(meeting)))),
    partyOffset: problem.partyOffset.slice(0, kept.length + 1),
    roleOffset: problem.roleOffset.slice(0, kept.length + 1),
    candidateOffset: problem.candidateOffset.slice(0, 2 * kept.length + 1),
    candidate: Int32Array.from(kept.flatMap((meeting) => [problem.candidate[2 * meeting], problem.candidate[2 * meeting + 1]])),
    poolCapacity: has('tables') ? problem.poolCapacity : new Int32Array(slotCount).fill(Math.max(1, kept.length)),
    poolOffset: problem.poolOffset.slice(0, kept.length + 1),
    pool: problem.pool.slice(0, kept.length),
    earlier: Int32Array.from(order, ([earlier]) => earlier),
    later: Int32Array.from(order, ([, later]) => later),
  }
}
