/**
 * Better plans from above: as long as a plan is known, nothing but better ones is asked for (linear search; beside cores as in Berg,
 * Demirović and Stuckey, DOI 10.1007/978-3-030-19212-9_3). Cores say that a bound cannot be met, and end with the optimum or with nothing;
 * this ends with one plan after the other, each a break or more better, where searches have long been stuck.
 *
 * Which values are tried first decides whether that works (phases of a plan known: Demirović and Stuckey, DOI
 * 10.1007/978-3-030-30048-7_11; of a local search: Biere and Fleury, SAT Competition 2020): those of the best plan, without its breaks;
 * and in turn, since a search does not leave the surroundings of one plan, those of another one about as good, to which a short cooling has
 * walked.
 */
import { isPublishedShape, type Problem } from '../problem.ts'
import { createWalk, type Walk } from '../search/walk.ts'
import type { Held, Stepper } from '../stepper.ts'
import { backtrack } from './assignment.ts'
import type { Model } from './model.ts'
import { shuffle } from './order.ts'
import { aimAnew, renewPhases } from './phases.ts'
import { adopt, readPlan } from './plans.ts'
import { prepare } from './prepare.ts'
import { createRhythm, search, type Rhythm } from './search.ts'
import { createTask, keep, stepperOf, TICKS_PER_WORK, type Task } from './task.ts'
import { addTotal, limitTotal, type Total } from './totals.ts'

/** Conflicts that stretches grow by: the values to try first are renewed between two of them. */
const STRETCH = 1000
/** What is assumed. */
const NOTHING = new Int32Array(0)

/**
 * Descents on the published problem, in a kernel of their own. They begin with the first plan from outside, and end with the proof that
 * their best one is optimal.
 * @throws RangeError when the problem is not of the published shape
 */
export function createDescents(problem: Problem, seed: number): Stepper {
  if (!isPublishedShape(problem)) throw new RangeError('descents know the published problem only')
  const task = createTask(problem, seed)
  return stepperOf('descents', task, descend(task))
}

type Descent = {
  readonly task: Task
  readonly model: Model
  readonly rhythm: Rhythm
  readonly walkFrom: (start: Int32Array) => Walk
  readonly total: Total
  /** Breaks that are to be undercut, as the kernel knows. */
  reached: number
}

/** Descends until nothing better is left. @returns false when there is no plan */
function* descend(task: Task): Generator<void, boolean> {
  const { problem, seed } = task
  const prepared = yield* prepare(task)
  if (prepared === null) return false
  const { model } = prepared
  shuffle(model.kernel, seed)
  while (task.best === null) yield
  const total = addTotal(model.kernel, model.breaks.flat(), task.best.levels[0])
  const d: Descent = { task, model, rhythm: createRhythm(seed), walkFrom: createWalk(problem, seed), total, reached: Infinity }
  for (let stretch = 0; ; stretch++) {
    if (stretch % 2 === 1) tryFirst(d, yield* walkOn(d, task.best))
    else if (stretch > 0) renew(d, stretch)
    const isRefuted = yield* searchOn(d, STRETCH * Math.max(1, stretch))
    if (isRefuted) break
  }
  task.bound = Math.max(task.bound, d.reached)
  return true
}

/** Walks to another plan. @returns its starts */
function* walkOn({ task, walkFrom }: Descent, { plan, levels }: Held): Generator<void, Int32Array> {
  const walk = walkFrom(plan.start)
  let walked = walk.next()
  for (; !walked.done; walked = walk.next()) {
    task.work -= walked.value
    if (task.work <= 0) yield
  }
  const { start, breaks } = walked.value
  if (breaks < levels[0]) keep(task, { plan: { ...plan, start }, levels: Int32Array.of(breaks) })
  return start
}

/** Changes the values without a plan. */
function renew({ model, rhythm }: Descent, stretch: number): void {
  backtrack(model.kernel, 0)
  rhythm.phases.rephases = stretch - 1
  renewPhases(model.kernel, rhythm.phases)
}

/** Searches for so many conflicts, and from each better plan for one better still. @returns whether there is none */
function* searchOn(d: Descent, conflicts: number): Generator<void, boolean> {
  const { task, rhythm } = d
  const k = d.model.kernel
  const conflictLimit = k.conflicts + conflicts
  // The values are renewed between stretches alone, where walks can pause.
  rhythm.phases.rephaseAt = Infinity
  while (k.conflicts < conflictLimit) {
    const before = k.ticks
    comeHome(d)
    const answer = search(k, rhythm, NOTHING, before + task.work * TICKS_PER_WORK, conflictLimit)
    if (answer.kind === 'refuted') return true
    if (answer.kind === 'satisfiable') keep(task, readPlan(d.model, task.problem))
    task.work -= (k.ticks - before) / TICKS_PER_WORK
    if (task.work <= 0) yield
  }
  return false
}

/** When the best plan is a new one: from now on the kernel holds no values but better ones, and tries its values first. */
function comeHome(d: Descent): void {
  const { task, model } = d
  if (task.best === null || task.best.levels[0] >= d.reached) return
  d.reached = task.best.levels[0]
  backtrack(model.kernel, 0)
  limitTotal(model.kernel, d.total, d.reached - 1)
  tryFirst(d, task.best.plan.start)
}

/** Makes the values of a plan those to try first. */
function tryFirst({ task, model }: Descent, start: Int32Array): void {
  adopt(model, start, task.problem.slotCount)
  aimAnew(model.kernel)
}
