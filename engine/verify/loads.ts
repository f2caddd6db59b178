import type { Problem } from '../problem.ts'
import { type Held, numbers } from './held.ts'

/** By pool and slot, the meetings held. */
export function poolLoads(problem: Problem, held: readonly Held[]): number[][] {
  const loads = numbers(problem.poolCount).map(() => numbers(problem.slotCount).map(() => 0))
  for (const { pool, start, end } of held)
    if (pool >= 0 && pool < problem.poolCount) for (const slot of numbers(end, start)) loads[pool][slot] += 1
  return loads
}

/** By party, the meetings it holds. */
export function heldByParty(problem: Problem, held: readonly Held[]): number[] {
  const counts = numbers(problem.partyCount).map(() => 0)
  for (const { meeting } of held)
    for (const i of numbers(problem.partyOffset[meeting + 1], problem.partyOffset[meeting])) counts[problem.party[i]] += 1
  return counts
}
