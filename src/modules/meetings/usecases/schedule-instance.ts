import { type Instance, type ReadInstance, readInstance } from '../../../../engine/instance/read.ts'
import { type Solution, writeSolution } from '../../../../engine/instance/write.ts'
import type { RaceTerms } from './race-terms.ts'
import { runRace } from './run-race.ts'

export type { Solution } from '../../../../engine/instance/write.ts'

/** How long and how widely to search; see `RaceTerms`. `seats` is the larger of two and the threads when `rounds` do not decide. */
export type ScheduleTerms = Pick<RaceTerms, 'seed' | 'threads' | 'rounds' | 'deadlineMs' | 'signal'>

export type ScheduleNews = { readonly rounds: number; readonly objective: number | null; readonly bound: number }

/** Seats of a race whose outcome must not depend on the number of threads. */
const seatsByRounds = 2

/** @refuses with the path of each faulty field */
export function readScheduleInstance(document: unknown): ReadInstance {
  return readInstance(document)
}

/** Plans the meetings of an instance of the published problem, and proves what can be proven in the time or the rounds given. */
export async function scheduleInstance(
  instance: Instance,
  terms: ScheduleTerms,
  tell: (news: ScheduleNews) => void,
): Promise<{ readonly solution: Solution; readonly rounds: number }> {
  const seats = terms.rounds === Infinity ? Math.max(seatsByRounds, terms.threads) : seatsByRounds
  const { status, best, bound, rounds } = await runRace({ ...terms, problem: instance.problem, seats }, (news) =>
    tell({ rounds: news.rounds, objective: news.best?.[0] ?? null, bound: news.bound[0] ?? 0 }),
  )
  const answer = {
    status,
    plan: best?.plan ?? null,
    objective: best?.levels[0] ?? null,
    bound: status === 'infeasible' ? null : (bound[0] ?? 0),
  }
  return { solution: writeSolution(instance, answer), rounds }
}
