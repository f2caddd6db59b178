import type { Plan, Problem } from './problem.ts'
import { measureLevels } from './verify/levels.ts'
import { brokenRules, type Violation } from './verify/rules.ts'
import { heldMeetings } from './verify/held.ts'

export type { Violation } from './verify/rules.ts'

/** What a plan is worth, recomputed from nothing. */
export type Verdict = {
  /** Every rule broken, with its witnesses; empty when the plan is feasible. */
  readonly violations: readonly Violation[]
  /** [levelWidth] What the plan is judged by; meaningful when nothing is broken. */
  readonly levels: Int32Array
}

/**
 * Recomputes everything about a plan, slowly and plainly. This folder shares no code with the searches and keeps no state between
 * calls: whatever a search believes of its plan is compared with this.
 */
export function verifyPlan(problem: Problem, plan: Plan): Verdict {
  const held = heldMeetings(problem, plan)
  return { violations: brokenRules(problem, plan, held), levels: measureLevels(problem, plan, held) }
}

/** Whether no rule is broken. */
export function isFeasible(problem: Problem, plan: Plan): boolean {
  return verifyPlan(problem, plan).violations.length === 0
}
