import type { Problem } from './problem.ts'
import type { Held } from './stepper.ts'
import { createSeat, type Entrant, type Report, seedOfSeat } from './race/seat.ts'
import { createStanding, type Improvement, type RaceStatus } from './race/standing.ts'

export type { Entrant } from './race/seat.ts'
export type { Improvement, RaceStatus } from './race/standing.ts'

/**
 * Several ways of working on one problem, side by side. In each round every seat has one turn of the same work, knowing what was
 * known when the round began; at the barrier that ends it, plans and bounds are put together. So the outcome is a matter of the seed and
 * the number of rounds, and the same whether the turns follow each other here or run on threads (see `race/standing.ts`).
 */
export type Race = {
  /**
   * One turn.
   * @param roundsLeft rounds still to come, see `News`: the outcome depends on it too
   * @returns whether there is anything left to do
   */
  readonly step: (shouldStop: () => boolean, roundsLeft?: number) => boolean
  readonly status: () => RaceStatus
  readonly best: () => Held | null
  /** No plan has smaller levels. */
  readonly bound: () => Int32Array
  /** Finished rounds. */
  readonly rounds: () => number
  /** Every better plan, in the order of the rounds that brought it. */
  readonly trace: () => readonly Improvement[]
  /** Puts together what a round that was stopped has brought so far. */
  readonly settle: () => void
}

export function createRace(problem: Problem, seed: number, entrants: readonly Entrant[]): Race {
  const seats = entrants.map((entrant, i) => createSeat(problem, seedOfSeat(seed, i), entrant))
  const standing = createStanding(
    problem,
    entrants.map(({ name }) => name),
  )
  const isDone = seats.map(() => false)
  let reports: (Report | null)[] = []

  const barrier = () => {
    standing.take(reports)
    reports = []
  }
  const isOver = () => isDone.every(Boolean) || ['optimal', 'infeasible'].includes(standing.status())

  return {
    step(shouldStop, roundsLeft = Infinity) {
      if (isOver()) return false
      const seat = reports.length
      const report = isDone[seat] ? null : seats[seat].turn(standing.rounds(), standing.news(roundsLeft), shouldStop)
      reports.push(report)
      isDone[seat] ||= report?.isDone ?? true
      if (report?.isSettled || reports.length === seats.length) barrier()
      return !isOver()
    },
    status: standing.status,
    best: standing.best,
    bound: standing.bound,
    rounds: standing.rounds,
    trace: standing.trace,
    settle() {
      if (reports.length > 0) barrier()
    },
  }
}
