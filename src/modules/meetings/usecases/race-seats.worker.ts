// A thread of a race: some of its seats, which play their turns one after the other.
import { parentPort, workerData } from 'node:worker_threads'
import { lineupFor } from '../../../../engine/lineup.ts'
import type { Problem } from '../../../../engine/problem.ts'
import { createSeat, type News, type Report, seedOfSeat } from '../../../../engine/race/seat.ts'
import { type Flags, settle, shouldStop } from './race-flags.ts'

export type Seating = {
  readonly problem: Problem
  readonly seed: number
  /** Of the whole race. */
  readonly seatCount: number
  /** Of this thread. */
  readonly seats: readonly number[]
  readonly flags: Flags
}

export type Turn = { readonly round: number; readonly news: News; /** By seat. */ readonly isDone: readonly boolean[] }

export type TurnReports = readonly { readonly seat: number; readonly report: Report }[]

const { problem, seed, seatCount, seats, flags } = workerData as Seating
const entrants = lineupFor(problem, seatCount)
const seated = seats.flatMap((seat) => {
  const entrant = entrants[seat]
  return entrant ? [{ seat, player: createSeat(problem, seedOfSeat(seed, seat), entrant) }] : []
})

parentPort?.on('message', ({ round, news, isDone }: Turn) => {
  const reports: TurnReports = seated
    .filter(({ seat }) => isDone[seat] !== true)
    .map(({ seat, player }) => {
      const report = player.turn(round, news, () => shouldStop(flags, seat))
      if (report.isSettled) settle(flags, seat)
      return { seat, report }
    })
  parentPort?.postMessage(reports)
})
