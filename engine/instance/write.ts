import type { Plan } from '../problem.ts'
import type { Instance } from './read.ts'

/** What is known of the answer: `feasible` has a plan without the proof that it is best, `unknown` has neither plan nor proof. */
export type Status = 'optimal' | 'feasible' | 'infeasible' | 'unknown'

/** The answer in the JSON of the benchmark. */
export type Solution = {
  readonly status: Status
  readonly objective: number | null
  /** No plan has fewer breaks; null when there is no plan at all. */
  readonly bound: number | null
  /** Slots from 1; empty without a plan. */
  readonly schedule: Readonly<Record<string, number>>
}

/** Gives the meetings of a plan their names back. */
export function writeSolution(
  instance: Instance,
  answer: { readonly status: Status; readonly plan: Plan | null; readonly objective: number | null; readonly bound: number | null },
): Solution {
  const { status, plan, objective, bound } = answer
  const held = plan === null ? [] : instance.meetingIds.flatMap((id, m) => (plan.start[m] === -1 ? [] : [[id, plan.start[m] + 1] as const]))
  return { status, objective, bound, schedule: Object.fromEntries(held) }
}
