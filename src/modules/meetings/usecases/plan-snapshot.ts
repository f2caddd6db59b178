import { assert } from '#platform/pure/outcome.ts'
import { verifyPlan } from '../../../../engine/verify.ts'
import type { RunResult, Snapshot } from '../domain/snapshot.ts'
import { buildProblem } from './build-problem.ts'
import type { RaceNews } from './race-terms.ts'
import { explainPlan, levelLines, readPlan } from './read-plan.ts'
import { runRace } from './run-race.ts'

/** Ways of searching side by side. Part of what a plan depends on, hence never a matter of the machine. */
const seats = 2

export type PlanTerms = { readonly seed: number; readonly rounds: number; readonly threads: number; readonly signal: AbortSignal }

/**
 * Plans a snapshot: the same snapshot, seed and rounds give the same plan on any machine. The judge of the engine reads the plan before anybody does.
 * @returns null when it was stopped before it held any plan
 */
export async function planSnapshot(snapshot: Snapshot, terms: PlanTerms, tell: (news: RaceNews) => void): Promise<RunResult | null> {
  const built = buildProblem(snapshot)
  const { status, best, bound, rounds } = await runRace({ ...terms, problem: built.problem, seats, deadlineMs: Infinity }, tell)
  if (best === null) return null
  const verdict = verifyPlan(built.problem, best.plan)
  assert(verdict.violations.length === 0, 'a plan breaks no rule')
  return {
    levels: levelLines(built).map((line, i) => ({
      ...line,
      best: verdict.levels[i] ?? 0,
      bound: Math.min(bound[i] ?? 0, verdict.levels[i] ?? 0),
    })),
    isOptimal: status === 'optimal',
    rounds,
    meetings: readPlan(snapshot, built, best.plan),
    unheld: explainPlan(snapshot, built, best.plan),
  }
}
