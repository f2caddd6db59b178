import { exceedsQuota } from '../exact/presolve.ts'
import type { Plan, Problem } from '../problem.ts'
import type { Held, Stepper } from '../stepper.ts'
import { createAnnealer, TURN } from './annealer.ts'
import { construct } from './construct.ts'
import { type Cooling, cooledBy, firstCooling, hotterCooling, lastCooling, nextCooling, temperatureOf } from './cooling.ts'
import { BREAKS, openWindow, placeAll, type Rows } from './rows.ts'

/** Fairness windows tried in turn while there is no plan, at most: the least breaks of a person are 0, 1, 2… */
const WINDOWS = 4

/**
 * Local search for the published shape (see `isPublishedShape`): simulated annealing over Kempe chains, in coolings that each
 * take longer than the one before, so that it is a good search for any amount of time; when it knows what is left, the last one takes
 * all of that.
 */
export function createRowSearch(problem: Problem, seed: number): Stepper {
  const { rows, faults, turn } = createAnnealer(problem, seed)
  const bestSlots = new Int32Array(rows.meetingCount)
  let best: Held | null = null
  let bestBreaks = Infinity
  let started = false
  let cooling: Cooling = firstCooling(rows.meetingCount)
  const windows = windowsOf(rows)
  const stuck = hasHomelessMeeting(rows) || exceedsQuota(problem)
  let bound = 0
  let round = 0
  let leastBreaks = 0
  /** What all turns took, to tell how many a number of units of work is enough for. */
  let turns = 0
  let spent = 0

  function keepBetter(): void {
    if (rows.tally[BREAKS] >= bestBreaks || faults() > 0) return
    bestBreaks = rows.tally[BREAKS]
    bestSlots.set(rows.slotOf)
    best = null
  }

  function isDone(): boolean {
    return stuck || bestBreaks <= bound
  }

  return {
    name: 'rows',
    step(work, shouldStop, ahead = Infinity) {
      let left = work
      const proposalsIn = (units: number) => (turns === 0 ? Infinity : (units * TURN * turns) / spent)
      if (cooling.isLast) cooling = lastCooling(cooling, proposalsIn(ahead))
      if (!started) {
        started = true
        construct(rows)
        keepBetter()
        left -= rows.meetingCount * rows.slotCount
      }
      while (left > 0 && !isDone() && !shouldStop()) {
        const done = turn(cooling, keepBetter)
        turns++
        spent += done
        left -= done
        cooling = cooledBy(cooling, TURN)
        if (temperatureOf(cooling) > 0) continue
        round++
        if (bestBreaks < Infinity) cooling = nextCooling(cooling, proposalsIn(ahead - work + left))
        else {
          cooling = hotterCooling(cooling, round)
          leastBreaks = round % windows
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
      placeAll(rows, held.plan.start)
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

/** Nobody has more breaks than meetings but one: whoever has one meeting or none leaves the window from 0 alone. */
function windowsOf({ personCount, personOffset }: Rows): number {
  let windows = WINDOWS
  for (let p = 0; p < personCount; p++) windows = Math.min(windows, Math.max(1, personOffset[p + 1] - personOffset[p]))
  return windows
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
