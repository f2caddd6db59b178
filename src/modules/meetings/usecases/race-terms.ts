import type { Problem } from '../../../../engine/problem.ts'

/** Under which terms a race is run. Two races under the same `problem`, `seed`, `seats` and `rounds` end with the same plan. */
export type RaceTerms = {
  readonly problem: Problem
  readonly seed: number
  /** Ways of working side by side, each with a turn in every round. */
  readonly seats: number
  readonly threads: number
  /** Rounds at most; infinity when only time counts. */
  readonly rounds: number
  /** When to stop, on the clock of `performance.now()`; infinity when only rounds count. */
  readonly deadlineMs: number
  /** Stops the race at once. */
  readonly signal: AbortSignal
}

/** Told at every barrier. */
export type RaceNews = { readonly rounds: number; readonly best: readonly number[] | null; readonly bound: readonly number[] }

export function isOutOfTime({ signal, deadlineMs }: Pick<RaceTerms, 'signal' | 'deadlineMs'>): boolean {
  return signal.aborted || performance.now() >= deadlineMs
}
