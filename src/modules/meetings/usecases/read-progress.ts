import type { Run } from '../domain/run.ts'
import type { LevelLine, Snapshot } from '../domain/snapshot.ts'
import { buildProblem } from './build-problem.ts'
import { levelLines } from './read-plan.ts'

/** What the best plan a run has found so far is worth, level by level, beside what is proven of any plan; nothing before the first plan. */
export function levelsSoFar(snapshot: Snapshot, { best, bound }: Pick<Run, 'best' | 'bound'>): LevelLine[] {
  if (best === null) return []
  return levelLines(buildProblem(snapshot)).map((line, i) => {
    const found = best[i] ?? 0
    return { ...line, best: found, bound: Math.min(bound?.[i] ?? 0, found) }
  })
}
