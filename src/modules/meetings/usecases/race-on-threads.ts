import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { lineupFor } from '../../../../engine/lineup.ts'
import type { News, Report } from '../../../../engine/race/seat.ts'
import { createStanding, type Standing } from '../../../../engine/race/standing.ts'
import { createPace } from './race-pace.ts'
import type { RaceNews, RaceTerms } from './race-terms.ts'
import type { RaceResult } from './run-race.ts'
import type { Seating, Turn, TurnReports } from './race-seats.worker.ts'
import { createFlags, type Flags, newRound, stopAll } from './race-flags.ts'

/**
 * The same race as `createRace`, its seats shared out among threads. A round begins for all at once and ends when the last is back, so
 * neither the number of threads nor their speed shows in the outcome.
 */
export async function raceOnThreads(terms: RaceTerms, tell: (news: RaceNews) => void): Promise<RaceResult> {
  const names = lineupFor(terms.problem, terms.seats).map(({ name }) => name)
  const standing = createStanding(terms.problem, names)
  const flags = createFlags()
  const threads = shareOut(names.length, terms.threads).map((seats) => openThread(terms, seats, flags))
  const stop = () => stopAll(flags)
  terms.signal.addEventListener('abort', stop)
  const timer = terms.deadlineMs === Infinity ? undefined : setTimeout(stop, terms.deadlineMs - performance.now())
  try {
    await runRounds(terms, { standing, flags, threads, seatCount: names.length }, tell)
  } finally {
    clearTimeout(timer)
    terms.signal.removeEventListener('abort', stop)
    await Promise.all(threads.map(({ close }) => close()))
  }
  const { status, best, bound, rounds, trace } = standing
  return { status: status(), best: best(), bound: bound(), rounds: rounds(), trace: trace() }
}

type Running = { readonly standing: Standing; readonly flags: Flags; readonly threads: readonly Thread[]; readonly seatCount: number }

async function runRounds(
  terms: RaceTerms,
  { standing, flags, threads, seatCount }: Running,
  tell: (news: RaceNews) => void,
): Promise<void> {
  const roundsLeft = createPace(terms)
  const isDone = Array.from({ length: seatCount }, () => false)
  while (standing.rounds() < terms.rounds && !terms.signal.aborted && performance.now() < terms.deadlineMs) {
    newRound(flags)
    const news: News = standing.news(roundsLeft(standing.rounds()))
    const turn = { round: standing.rounds(), news, isDone: [...isDone] }
    const told = (await Promise.all(threads.map(({ play }) => play(turn)))).flat()
    const reports: (Report | null)[] = isDone.map(() => null)
    for (const { seat, report } of told) {
      reports[seat] = report
      isDone[seat] = report.isDone
    }
    standing.take(reports)
    const best = standing.best()
    tell({ rounds: standing.rounds(), best: best && [...best.levels], bound: [...standing.bound()] })
    if (isDone.every(Boolean) || standing.status() === 'optimal' || standing.status() === 'infeasible') return
  }
}

/** The seats of each thread, dealt in turn; no thread without a seat. */
function shareOut(seatCount: number, threads: number): number[][] {
  return Array.from({ length: Math.min(seatCount, threads) }, (_, thread) =>
    Array.from({ length: seatCount }, (_, seat) => seat).filter((seat) => seat % threads === thread),
  )
}

/** By its name in the package, which holds from the sources and from a build alike. */
const seatsFile = createRequire(import.meta.url).resolve('#modules/meetings/usecases/race-seats.worker.ts')

type Thread = { readonly play: (turn: Turn) => Promise<TurnReports>; readonly close: () => Promise<unknown> }

function openThread({ problem, seed, seats: seatCount }: RaceTerms, seats: readonly number[], flags: Flags): Thread {
  const workerData: Seating = { problem, seed, seatCount, seats, flags }
  const worker = new Worker(seatsFile, { workerData })
  const broken = new Promise<never>((_, fail) => worker.once('error', fail))
  // Awaited with every turn; between two of them nobody listens.
  broken.catch(() => {})
  return {
    play(turn) {
      const reports = new Promise<TurnReports>((done) => worker.once('message', done))
      worker.postMessage(turn)
      return Promise.race([reports, broken])
    },
    close: () => worker.terminate(),
  }
}
