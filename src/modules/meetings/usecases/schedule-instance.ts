import { type Instance, type ReadInstance, readInstance } from '../../../../engine/instance/read.ts'
import { type Solution, writeSolution } from '../../../../engine/instance/write.ts'
import type { Explanation } from '../domain/explanation.ts'
import { explainAnswer } from './explain-answer.ts'
import type { RaceTerms } from './race-terms.ts'
import { runRace } from './run-race.ts'

export type { Solution } from '../../../../engine/instance/write.ts'

/** How long and how widely to search; see `RaceTerms`. Threads add seats unless rounds decide: then they must not show. */
export type ScheduleTerms = Pick<RaceTerms, 'seed' | 'threads' | 'rounds' | 'deadlineMs' | 'signal'> & { readonly isExplained: boolean }

export type ScheduleNews = { readonly rounds: number; readonly objective: number | null; readonly bound: number }

/** @refuses with the path of each faulty field */
export function readScheduleInstance(document: unknown): ReadInstance {
  return readInstance(document)
}

export type Schedule = {
  readonly solution: Solution
  readonly rounds: number
  /** Empty unless asked for. */
  readonly explanations: readonly Explanation[]
}

/** Plans the meetings of an instance of the published problem, and proves what can be proven in the time or the rounds given. */
export async function scheduleInstance(instance: Instance, terms: ScheduleTerms, tell: (news: ScheduleNews) => void): Promise<Schedule> {
  const seats = terms.rounds === Infinity ? terms.threads : 1
  const result = await runRace({ ...terms, problem: instance.problem, seats }, (news) =>
    tell({ rounds: news.rounds, objective: news.best?.[0] ?? null, bound: news.bound[0] ?? 0 }),
  )
  const { status, best, rounds } = result
  const bound = status === 'infeasible' ? null : (result.bound[0] ?? 0)
  return {
    solution: writeSolution(instance, { status, plan: best?.plan ?? null, objective: best?.levels[0] ?? null, bound }),
    rounds,
    explanations: terms.isExplained ? await explainAnswer(instance, result, terms) : [],
  }
}
