import { compareLevels, levelWidth, type Problem } from '../problem.ts'
import type { Held } from '../stepper.ts'
import { verifyPlan } from '../verify.ts'
import type { News, Report } from './seat.ts'

/** What a race can say of its problem, see `Status` of the answer. */
export type RaceStatus = 'optimal' | 'feasible' | 'infeasible' | 'unknown'

/** A better plan, in the round that brought it. */
export type Improvement = { readonly round: number; readonly by: string; readonly levels: Int32Array }

/** Where a race stands: what is known at the last barrier, and by which improvements it came to that. */
export type Standing = {
  /** @param roundsLeft rounds still to come, see `News` */
  readonly news: (roundsLeft: number) => News
  readonly status: () => RaceStatus
  /** No plan has smaller levels; zeros from the start, since no level is negative. */
  readonly bound: () => Int32Array
  readonly best: () => Held | null
  /** Finished rounds. */
  readonly rounds: () => number
  readonly trace: () => readonly Improvement[]
  /**
   * The barrier of a round: takes the reports in the order of the seats; null for a seat that had no turn. Once a seat has settled
   * the problem, later seats are not heard: whether they were still running is a matter of threads, and must not show.
   */
  readonly take: (reports: readonly (Report | null)[]) => void
}

/** @param names of the entrants, in the order of their seats */
export function createStanding(problem: Problem, names: readonly string[]): Standing {
  let best: Held | null = null
  let bound = new Int32Array(levelWidth(problem))
  let isInfeasible = false
  let rounds = 0
  const trace: Improvement[] = []
  const lastGain = new Map<string, number>()

  const hear = (report: Report, by: string) => {
    if (report.best !== null && (best === null || compareLevels(report.best.levels, best.levels) < 0)) {
      assertTrue(problem, report.best, by)
      best = report.best
      trace.push({ round: rounds, by, levels: best.levels })
      lastGain.set(by, rounds)
    }
    if (report.bound !== null && compareLevels(report.bound, bound) > 0) bound = report.bound.slice()
    isInfeasible ||= report.isInfeasible
    if (isInfeasible && best !== null) throw new Error(`${by} proves that there is no plan, and there is one`)
    if (best !== null && compareLevels(bound, best.levels) > 0) throw new Error(`${by} proves a bound that a plan is below`)
  }

  return {
    news: (roundsLeft) => ({ best, bound, roundsLeft, lastGain }),
    status() {
      if (isInfeasible) return 'infeasible'
      if (best === null) return 'unknown'
      return compareLevels(bound, best.levels) === 0 ? 'optimal' : 'feasible'
    },
    bound: () => bound,
    best: () => best,
    rounds: () => rounds,
    trace: () => trace,
    take(reports) {
      for (const [seat, report] of reports.entries()) {
        if (report === null) continue
        hear(report, names[seat] ?? '')
        if (report.isSettled) break
      }
      rounds += 1
    },
  }
}

/** No plan leaves a race on the word of a search alone. */
function assertTrue(problem: Problem, { plan, levels }: Held, by: string): void {
  const verdict = verifyPlan(problem, plan)
  const [broken] = verdict.violations
  if (broken !== undefined) throw new Error(`${by} holds a plan that breaks a rule: ${JSON.stringify(broken)}`)
  if (compareLevels(verdict.levels, levels) !== 0)
    throw new Error(`${by} holds a plan worth ${verdict.levels.join(' ')} for one worth ${levels.join(' ')}`)
}
