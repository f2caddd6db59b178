import type { LevelLine, RunResult, Snapshot } from '../snapshot.ts'
import { type BrokenRule, brokenRules } from './broken-rules.ts'
import { waitsOf } from './day.ts'
import { movedMeetings, worthOf } from './worth.ts'

/** What a judge who knows only the frozen snapshot and the list of meetings finds. */
export type Verdict = {
  readonly broken: readonly BrokenRule[]
  /** Levels that come to another figure than the run says. */
  readonly differing: readonly (LevelLine & { readonly counted: number })[]
  /** The most and the fewest waits of one person who meets somebody. */
  readonly waits: { readonly most: number; readonly fewest: number }
  readonly moves: { readonly made: number; readonly allowed: number } | null
}

export function judgeRun(snapshot: Snapshot, { meetings, levels }: Pick<RunResult, 'meetings' | 'levels'>): Verdict {
  const representatives = snapshot.participants.flatMap(({ people }) => people.map(({ id }) => id))
  const waits = Map.groupBy(waitsOf(snapshot, meetings), ({ whoId }) => whoId)
  const counts = representatives.map((id) => waits.get(id)?.length ?? 0)
  const { movesAllowed } = snapshot
  return {
    broken: brokenRules(snapshot, meetings),
    differing: levels.flatMap((line) => {
      const counted = worthOf(snapshot, meetings, line.level, line.depth)
      return counted === line.best ? [] : [{ ...line, counted }]
    }),
    waits: { most: Math.max(0, ...counts), fewest: counts.length > 0 ? Math.min(...counts) : 0 },
    moves: movesAllowed === null ? null : { made: movedMeetings(snapshot, meetings), allowed: movesAllowed },
  }
}

/** Whether every rule is kept, every figure right, and no more moved than allowed. */
export function isUpheld({ broken, differing, moves }: Verdict): boolean {
  return broken.length === 0 && differing.length === 0 && (moves === null || moves.made <= moves.allowed)
}
