import { createProver } from '../exact/prover.ts'
import type { Problem } from '../problem.ts'
import { type Fact, factsOf, problemOf } from './facts.ts'

/** Facts that cannot hold together. */
export type Conflict = {
  readonly facts: readonly Fact[]
  /** Whether each of them is needed: without any one of them there is a plan. */
  readonly isMinimal: boolean
}

/** Units of work for one proof; a conflict that asks for more than some seconds would not be a reason one can read. */
const workOfProof = 400_000

/**
 * Finds, for an infeasible problem of the published shape, few facts that make it so: leaves out as many as it can, half of them at
 * first and one by one in the end, as long as what remains is proven impossible (the deletion filter of Chinneck and Dravnieks,
 * DOI 10.1287/ijoc.3.2.157, with halving). What cannot be decided in time stays in.
 * @returns null when the problem was not proven infeasible in time
 */
export function findConflict(problem: Problem, seed: number, shouldStop: () => boolean): Conflict | null {
  const whole = factsOf(problem)
  if (prove(problem, whole, seed, shouldStop) !== 'impossible') return null
  let kept = whole
  let isMinimal = true
  for (let size = Math.ceil(whole.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    isMinimal = true
    for (let from = kept.length - size; from > -size && !shouldStop(); from -= size) {
      const rest = kept.filter((_, i) => i < from || i >= from + size)
      const outcome = prove(problem, rest, seed, shouldStop)
      if (outcome === 'impossible') kept = rest
      else if (outcome === 'undecided') isMinimal = false
    }
  }
  return { facts: kept, isMinimal: isMinimal && !shouldStop() }
}

function prove(problem: Problem, facts: readonly Fact[], seed: number, shouldStop: () => boolean): 'possible' | 'impossible' | 'undecided' {
  const prover = createProver(problemOf(problem, facts), seed)
  const step = 4_000
  for (let work = 0; work < workOfProof && !shouldStop(); work += step) {
    const isOn = prover.step(step, shouldStop)
    if (prover.infeasible()) return 'impossible'
    if (prover.best() !== null) return 'possible'
    if (!isOn) break
  }
  return 'undecided'
}
