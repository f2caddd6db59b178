import type { Level, Problem } from '../problem.ts'
import {
  type State,
  BREAKS,
  GIVENS_MISSING,
  IDLE,
  MOVES,
  MUSTS_MISSING,
  PLACES,
  SPREAD,
  SUM_COUNT,
  WEIGHT_MISSING,
  excessMoves,
  unfairness,
} from './state.ts'

/**
 * One integer for the levels, to steer by. What is handed out is compared level by level all the same, so these weights can
 * mislead the search for a while but never the answer.
 */
export type Weights = {
  /** [sums of a state] */
  readonly sum: Float64Array
  /** [deepest target + 1] */
  readonly shortBy: Float64Array
  readonly excess: number
  readonly unfair: number
  /** The weight of each level, from the most important: where a cooling may start. */
  readonly ladder: readonly number[]
}

/** What one move usually changes in a level, at most. */
const swing: Readonly<Record<Exclude<Level, 'wishes'>, number>> = {
  moves: 3,
  musts: 2,
  targets: 2,
  breaks: 3,
  idle: 6,
  places: 3,
  spread: 12,
}

const sumOf = {
  moves: MOVES,
  musts: MUSTS_MISSING,
  wishes: WEIGHT_MISSING,
  breaks: BREAKS,
  idle: IDLE,
  places: PLACES,
  spread: SPREAD,
} as const

/** Weights whose levels can compensate each other over several moves: a landscape one can walk. */
export function yieldingWeights(problem: Problem): Weights {
  return weigh(problem, (level) => (level === 'wishes' ? 2 * typicalWeight(problem) : swing[level]))
}

/** Weights that put one unit of a level above all the levels below it, as far as integers go: a landscape that tells the truth. */
export function strictWeights(problem: Problem): Weights {
  const integers = problem.levels.length + problem.target.reduce((deepest, target) => Math.max(deepest, target), 0)
  const cap = Math.floor(2 ** (46 / integers))
  return weigh(problem, (level) => Math.max(2, Math.min(cap, 1 + rangeOf(problem, level))))
}

/** @param factor how many units of a level one unit of the level above outweighs */
function weigh(problem: Problem, factor: (level: Level) => number): Weights {
  const sum = new Float64Array(SUM_COUNT)
  const shortBy = new Float64Array(1 + problem.target.reduce((deepest, target) => Math.max(deepest, target), 0))
  const ladder: number[] = []
  let unit = 1
  for (const level of problem.levels.toReversed()) {
    ladder.unshift(unit)
    if (level === 'targets') {
      for (let k = 1; k < shortBy.length; k++) {
        shortBy[k] = unit
        unit *= factor(level)
      }
    } else {
      sum[sumOf[level]] = unit
      unit *= factor(level)
    }
  }
  sum[GIVENS_MISSING] = 4 * unit
  return { sum, shortBy, excess: 4 * unit, unfair: 2 * unit, ladder }
}

/** The most a level can amount to. */
function rangeOf(problem: Problem, level: Level): number {
  const { meetingCount, candidateOffset, slotCount } = problem
  if (level === 'wishes') return problem.weight.reduce((total, weight) => total + weight, 0)
  if (level === 'targets') return problem.partyCount
  if (level === 'spread') return problem.lengthSlots.reduce((total, length) => total + length, 0) ** 2
  if (level === 'moves' || level === 'musts') return meetingCount
  return level === 'idle' ? problem.personCount * slotCount : candidateOffset.length
}

function typicalWeight(problem: Problem): number {
  const total = problem.weight.reduce((sum, weight) => sum + weight, 0)
  return Math.max(1, Math.round(total / Math.max(1, problem.meetingCount)))
}

/** @returns the cost of a state; an integer. */
export function costOf(state: State, weights: Weights): number {
  let cost = weights.excess * excessMoves(state) + weights.unfair * unfairness(state)
  for (let i = 0; i < weights.sum.length; i++) cost += weights.sum[i] * state.sum[i]
  for (let k = 1; k < weights.shortBy.length; k++) cost += weights.shortBy[k] * state.shortBy[k]
  return cost
}
