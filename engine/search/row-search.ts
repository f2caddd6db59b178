import { exceedsQuota } from '../exact/presolve.ts'
import type { Plan, Problem } from '../problem.ts'
import { randomFrom } from '../random.ts'
import type { Held, Stepper } from '../stepper.ts'
import { anneal } from './anneal.ts'
import { fillChances } from './chances.ts'
import { construct } from './construct.ts'
import { type Cooling, cooledBy, excessPriceOf, firstCooling, hotterCooling, nextCooling, temperatureOf, waitPriceOf } from './cooling.ts'
import { scratchFor } from './eject.ts'
import { faults } from './energy.ts'
import { BREAK_PRICE, type Prices } from './prices.ts'
import { BREAKS, clearAll, emptyRows, openWindow, place, priceWaits, type Rows } from './rows.ts'

/** Proposals between two looks at the clock of the caller: about a third of a millisecond. */
const TURN = 4096
/** Fairness windows tried in turn while there is no plan: the least breaks of a person are 0, 1, 2… */
const WINDOWS = 4

/**
 * Local search for the published shape (see `isPublishedShape`): simulated annealing over Kempe chains, in coolings that each
 * take longer than the one before, so that it is a good search for any amount of time.
 */
export function createRowSearch(problem: Problem, seed: number): Stepper {
  const rows = emptyRows(problem)
  openWindow(rows, problem.fairness, 0)
  const random = randomFrom(seed).state
  const prices: Prices = { excess: BREAK_PRICE, unplaced: 3 * BREAK_PRICE, disorder: 2 * BREAK_PRICE, unfair: 2 * BREAK_PRICE }
  const chances = new Uint32Array(16 * BREAK_PRICE)
  const scratch = scratchFor(rows)
  const bestSlots = new Int32Array(rows.meetingCount)
  let best: Held | null = null
  let bestBreaks = Infinity
  let started = false
  let cooling: Cooling = firstCooling(rows.meetingCount)
  const stuck = hasHomelessMeeting(rows) || exceedsQuota(problem)
  let bound = 0
  let round = 0
  let leastBreaks = 0

  function keepBetter(): void {
    if (rows.tally[BREAKS] >= bestBreaks || faults(rows, prices) > 0) return
    bestBreaks = rows.tally[BREAKS]
    bestSlots.set(rows.slotOf)
    best = null
  }

  function isDone(): boolean {
    return stuck || bestBreaks <= bound
  }

  return {
    name: 'rows',
    step(work, shouldStop) {
      let left = work
      if (!started) {
        started = true
        construct(rows)
        keepBetter()
        left -= rows.meetingCount * rows.slotCount
      }
      while (left > 0 && !isDone() && !shouldStop()) {
        prices.excess = excessPriceOf(cooling)
        priceWaits(rows, waitPriceOf(cooling))
        fillChances(chances, temperatureOf(cooling) * BREAK_PRICE)
        const done = anneal(rows, prices, random, chances, scratch, TURN, keepBetter)
        left -= done >> 4
        cooling = cooledBy(cooling, TURN)
        if (temperatureOf(cooling) > 0) continue
        round++
        if (bestBreaks < Infinity) cooling = nextCooling(cooling)
        else {
          cooling = hotterCooling(cooling, round)
          leastBreaks = round % WINDOWS
          openWindow(rows, problem.fairness, leastBreaks)
        }
      }
      return !isDone()
    },
    best() {
      if (best === null && bestBreaks < Infinity) best = { plan: planOf(bestSlots, problem), levels: Int32Array.of(bestBreaks) }
      return best
    },
    bound: () => Int32Array.of(bound),
    infeasible: () => stuck,
    offer(held) {
      if (held.levels[0] >= bestBreaks) return
      clearAll(rows)
      for (let m = 0; m < rows.meetingCount; m++) place(rows, m, held.plan.start[m] + 1)
      started = true
      bestBreaks = held.levels[0]
      bestSlots.set(rows.slotOf)
      best = held
    },
    learn(proven) {
      bound = Math.max(bound, proven[0])
    },
  }
}

/** Whether some meeting has no slot at all, so that no plan exists. */
function hasHomelessMeeting({ meetingCount, allowed, words }: Rows): boolean {
  for (let m = 0; m < meetingCount; m++) if (allowed.subarray(m * words, (m + 1) * words).every((bits) => bits === 0)) return true
  return false
}

function planOf(slots: Int32Array, problem: Problem): Plan {
  return {
    start: slots.map((t) => t - 1),
    pool: slots.map((_, m) => problem.pool[problem.poolOffset[m]]),
    filledBy: problem.candidate.slice(0, 2 * problem.meetingCount),
  }
}
