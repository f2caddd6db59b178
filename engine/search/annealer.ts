import type { Problem } from '../problem.ts'
import { randomFrom } from '../random.ts'
import { anneal } from './anneal.ts'
import { fillChances } from './chances.ts'
import { type Cooling, excessPriceOf, temperatureOf, waitPriceOf } from './cooling.ts'
import { scratchFor } from './eject.ts'
import { faults } from './energy.ts'
import { BREAK_PRICE, type Prices } from './prices.ts'
import { emptyRows, openWindow, priceWaits, type Rows } from './rows.ts'

/** Proposals of a turn, between two looks at the clock of the caller: about a third of a millisecond. */
export const TURN = 4096
/** Operations of `anneal` in a unit of work. */
const OPERATIONS = 16

/** The rows of a problem, and all that annealing them takes. */
export type Annealer = {
  readonly rows: Rows
  /** What the plan in the making pays for being none yet: 0 exactly when it is feasible. */
  readonly faults: () => number
  /**
   * Proposes `TURN` moves as the cooling says.
   * @param onBetter called when the plan has become cheaper
   * @returns the units of work done
   */
  readonly turn: (cooling: Cooling, onBetter: () => void) => number
}

export function createAnnealer(problem: Problem, seed: number): Annealer {
  const rows = emptyRows(problem)
  openWindow(rows, problem.fairness, 0)
  const random = randomFrom(seed).state
  const prices: Prices = { excess: BREAK_PRICE, unplaced: 3 * BREAK_PRICE, disorder: 2 * BREAK_PRICE, unfair: 2 * BREAK_PRICE }
  const chances = new Uint32Array(16 * BREAK_PRICE)
  const scratch = scratchFor(rows)
  return {
    rows,
    faults: () => faults(rows, prices),
    turn(cooling, onBetter) {
      prices.excess = excessPriceOf(cooling)
      priceWaits(rows, waitPriceOf(cooling))
      fillChances(chances, temperatureOf(cooling) * BREAK_PRICE)
      return anneal(rows, prices, random, chances, scratch, TURN, onBetter) / OPERATIONS
    },
  }
}
