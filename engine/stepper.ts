import type { Plan } from './problem.ts'

/**
 * One way of working on a problem, in resumable steps. A race runs several side by side, on one thread or several, and lets
 * them exchange plans and bounds between rounds; since a step is measured in work and not in time, the outcome depends on
 * the seed and the number of rounds alone.
 */
export type Stepper = {
  readonly name: string
  /**
   * Works for about `work` units (one unit is roughly a microsecond of one core, counted by operations, never by a clock).
   * @param shouldStop asked now and then; true ends the step early with nothing lost
   * @param ahead units of work that are still to come, this step included; Infinity, or left out, when nobody knows. A guess, unless
   * rounds decide: whoever paces itself by it must be good at any time all the same
   * @returns whether there is anything left to do
   */
  readonly step: (work: number, shouldStop: () => boolean, ahead?: number) => boolean
  /** The best feasible plan it holds and its levels, or null. */
  readonly best: () => Held | null
  /** What it has proven: no plan has smaller levels than `bound` (componentwise lexicographic); null when nothing yet. */
  readonly bound: () => Int32Array | null
  /** True once it has proven that no feasible plan exists. */
  readonly infeasible: () => boolean
  /** Takes a feasible plan found elsewhere. */
  readonly offer: (held: Held) => void
  /** Takes a bound proven elsewhere. */
  readonly learn: (bound: Int32Array) => void
}

export type Held = { readonly plan: Plan; readonly levels: Int32Array }
