/** What descents near and from afar have in common: a kernel that is asked for nothing but plans better than the best one. */
import type { Problem } from '../problem.ts'
import { createWalk, type Walk } from '../search/walk.ts'
import type { Held } from '../stepper.ts'
import { backtrack } from './assignment.ts'
import type { Model } from './model.ts'
import { shuffle } from './order.ts'
import { aimAnew } from './phases.ts'
import { adopt, readPlan } from './plans.ts'
import { createRhythm, search, type Rhythm } from './search.ts'
import { keep, TICKS_PER_WORK, type Task } from './task.ts'
import { addTotal, limitTotal, type Total } from './totals.ts'

export type Descent = {
  readonly task: Task
  readonly model: Model
  readonly rhythm: Rhythm
  readonly walkFrom: (start: Int32Array) => Walk
  readonly total: Total
  /** Its best plan, and the breaks that are to be undercut, as the kernel knows. */
  best: Held
  reached: number
}

/**
 * @param walks the problem whose rules walks follow
 * @returns a descent from a plan
 */
export function createDescent(task: Task, model: Model, best: Held, seed: number, walks: Problem): Descent {
  const total = addTotal(model.kernel, model.breaks.flat(), best.levels[0])
  shuffle(model.kernel, seed)
  const rhythm = createRhythm(seed)
  // The values are renewed between stretches alone, where walks can pause.
  rhythm.phases.rephaseAt = Infinity
  return { task, model, rhythm, walkFrom: createWalk(walks, seed), total, best, reached: Infinity }
}

/** Walks from the best plan to another. @returns its starts */
export function* walkOn(d: Descent): Generator<void, Int32Array> {
  const { task, walkFrom } = d
  const { plan, levels } = d.best
  const walk = walkFrom(plan.start)
  let walked = walk.next()
  for (; !walked.done; walked = walk.next()) {
    task.work -= walked.value
    if (task.work <= 0) yield
  }
  const { start, breaks } = walked.value
  if (breaks < levels[0]) improve(d, { plan: { ...plan, start }, levels: Int32Array.of(breaks) })
  return start
}

/** Searches for so many conflicts, and from each better plan for one better still. @returns whether there is none under the assumptions */
export function* searchOn(d: Descent, assumptions: Int32Array, conflicts: number): Generator<void, boolean> {
  const { task, model, rhythm } = d
  const k = model.kernel
  const conflictLimit = k.conflicts + conflicts
  let isRefuted = false
  while (!isRefuted && k.conflicts < conflictLimit) {
    const before = k.ticks
    undercutBest(d)
    const answer = search(k, rhythm, assumptions, before + task.work * TICKS_PER_WORK, conflictLimit)
    if (answer.kind === 'satisfiable') improve(d, readPlan(model, task.problem))
    isRefuted = answer.kind === 'refuted'
    task.work -= (k.ticks - before) / TICKS_PER_WORK
    if (task.work <= 0) yield
  }
  return isRefuted
}

function improve(d: Descent, held: Held): void {
  d.best = held
  keep(d.task, held)
}

/** When the best plan is a new one: from now on the kernel holds no values but better ones, and those of that plan are tried first. */
function undercutBest(d: Descent): void {
  const { best, model } = d
  if (best.levels[0] >= d.reached) return
  d.reached = best.levels[0]
  backtrack(model.kernel, 0)
  limitTotal(model.kernel, d.total, d.reached - 1)
  tryFirst(d, best.plan.start)
}

/** Makes the values of a plan those to try first. */
export function tryFirst({ task, model }: Descent, start: Int32Array): void {
  adopt(model, start, task.problem.slotCount)
  aimAnew(model.kernel)
}
