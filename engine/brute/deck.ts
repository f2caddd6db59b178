import type { Plan, Problem } from '../problem.ts'

/** One way to hold a meeting: `people` fill its roles in their order. */
export type Choice = { readonly start: number; readonly pool: number; readonly people: readonly number[] }

/** A plan under construction, with what its meetings take. */
export type Deck = {
  readonly plan: Plan
  /** [personCount * slotCount] */
  readonly busy: Uint8Array
  /** [poolCount * slotCount] */
  readonly load: Int32Array
  /** [partyCount] */
  readonly heldBy: Int32Array
}

export function openDeck(problem: Problem): Deck {
  const { meetingCount, slotCount, personCount, poolCount, partyCount, candidateOffset } = problem
  const none = (length: number) => new Int32Array(length).fill(-1)
  return {
    plan: { start: none(meetingCount), pool: none(meetingCount), filledBy: none(candidateOffset.length - 1) },
    busy: new Uint8Array(personCount * slotCount),
    load: new Int32Array(poolCount * slotCount),
    heldBy: new Int32Array(partyCount),
  }
}

/** Every way to hold a meeting that its own rules allow, whatever else is held. */
export function* choicesOf(problem: Problem, meeting: number): Generator<Choice> {
  for (let start = 0; start + problem.lengthSlots[meeting] <= problem.slotCount; start++) {
    const last = start + problem.lengthSlots[meeting] - 1
    if (problem.startAllowed[meeting * problem.slotCount + start] !== 1 || problem.stretchOf[start] !== problem.stretchOf[last]) continue
    for (const pool of problem.pool.subarray(problem.poolOffset[meeting], problem.poolOffset[meeting + 1]))
      for (const people of crews(problem, problem.roleOffset[meeting], problem.roleOffset[meeting + 1])) yield { start, pool, people }
  }
}

/** Every way to fill the roles from `role` to before `end` with different people. */
function* crews(problem: Problem, role: number, end: number): Generator<readonly number[]> {
  if (role === end) {
    yield []
    return
  }
  for (const person of problem.candidate.subarray(problem.candidateOffset[role], problem.candidateOffset[role + 1]))
    for (const others of crews(problem, role + 1, end)) if (!others.includes(person)) yield [person, ...others]
}

/** Whether a choice fits beside what is held: people free, room in the pool, quotas left, order kept. */
export function clears(problem: Problem, { plan, busy, load, heldBy }: Deck, meeting: number, { start, pool, people }: Choice): boolean {
  const end = start + problem.lengthSlots[meeting]
  for (let slot = start; slot < end; slot++) {
    if (load[pool * problem.slotCount + slot] >= problem.poolCapacity[pool * problem.slotCount + slot]) return false
    for (const person of people) {
      const cell = person * problem.slotCount + slot
      if (busy[cell] === 1 || problem.personFree[cell] !== 1) return false
    }
  }
  for (let i = problem.partyOffset[meeting]; i < problem.partyOffset[meeting + 1]; i++)
    if (heldBy[problem.party[i]] >= problem.quota[problem.party[i]]) return false
  for (let i = 0; i < problem.earlier.length; i++) {
    const before = problem.earlier[i]
    const after = problem.later[i]
    if (before === meeting && after === meeting) return false
    if (before === meeting && plan.start[after] !== -1 && plan.start[after] < end) return false
    if (after === meeting && plan.start[before] !== -1 && plan.start[before] + problem.lengthSlots[before] > start) return false
  }
  return true
}

/** Holds the meeting so. */
export function lay(problem: Problem, deck: Deck, meeting: number, choice: Choice): void {
  deck.plan.start[meeting] = choice.start
  deck.plan.pool[meeting] = choice.pool
  for (const [i, person] of choice.people.entries()) deck.plan.filledBy[problem.roleOffset[meeting] + i] = person
  take(problem, deck, meeting, choice, 1)
}

/** Holds it no more. */
export function lift(problem: Problem, deck: Deck, meeting: number, choice: Choice): void {
  deck.plan.start[meeting] = -1
  deck.plan.pool[meeting] = -1
  deck.plan.filledBy.fill(-1, problem.roleOffset[meeting], problem.roleOffset[meeting + 1])
  take(problem, deck, meeting, choice, -1)
}

function take(problem: Problem, { busy, load, heldBy }: Deck, meeting: number, { start, pool, people }: Choice, by: 1 | -1): void {
  for (let slot = start; slot < start + problem.lengthSlots[meeting]; slot++) {
    load[pool * problem.slotCount + slot] += by
    for (const person of people) busy[person * problem.slotCount + slot] += by
  }
  for (let i = problem.partyOffset[meeting]; i < problem.partyOffset[meeting + 1]; i++) heldBy[problem.party[i]] += by
}
