import type { Problem } from '../problem.ts'
import { createAnnealer, TURN } from './annealer.ts'
import { cooledBy, firstCooling, temperatureOf } from './cooling.ts'
import { BREAKS, placeAll } from './rows.ts'

/** Where a walk has led: the slot of each meeting, from 0, and the breaks of that plan. */
export type Walked = { readonly start: Int32Array; readonly breaks: number }

/** A walk on its way: it yields the units of work done since it did last. */
export type Walk = Generator<number, Walked>

/**
 * Short coolings, each from a plan to one about as good that lies somewhere else: other beginnings for whoever has searched long around one.
 * @returns what makes such a walk; when it meets no plan it stays where it came from, and its breaks are Infinity
 */
export function createWalk(problem: Problem, seed: number): (from: Int32Array) => Walk {
  const { rows, faults, turn } = createAnnealer(problem, seed)
  return function* walk(from) {
    placeAll(rows, from)
    let breaks = Infinity
    let start = from
    const keepBetter = () => {
      if (rows.tally[BREAKS] >= breaks || faults() > 0) return
      breaks = rows.tally[BREAKS]
      start = rows.slotOf.map((t) => t - 1)
    }
    for (let cooling = firstCooling(rows.meetingCount); temperatureOf(cooling) > 0; cooling = cooledBy(cooling, TURN))
      yield turn(cooling, keepBetter)
    return { start, breaks }
  }
}
