/**
 * Better plans from above: as long as a plan is known, nothing but better ones is asked for (linear search; beside cores as in Berg,
 * Demirović and Stuckey, DOI 10.1007/978-3-030-19212-9_3). Cores say that a bound cannot be met, and end with the optimum or with nothing;
 * this ends with one plan after the other, each a break or more better, where searches have long been stuck.
 *
 * First around plans that are known (near.ts), which takes seconds; once that brings nothing, from anywhere (afar.ts).
 */
import { isPublishedShape, type Problem } from '../problem.ts'
import type { Stepper } from '../stepper.ts'
import { descendFromAfar } from './afar.ts'
import { createNear, SOMEWHERE_ELSE } from './near.ts'
import { prepare } from './prepare.ts'
import { createTask, stepperOf, type Task } from './task.ts'

/** Ticks that may bring nothing better around the best plan before one begins elsewhere, and around what a beginning has come to. */
const PATIENCE_AT_HOME = 15_000_000
const PATIENCE = 70_000_000

/**
 * Descents on the published problem, in kernels of their own. They begin with the first plan from outside, and end with the proof that
 * their best one is optimal.
 * @throws RangeError when the problem is not of the published shape
 */
export function createDescents(problem: Problem, seed: number): Stepper {
  if (!isPublishedShape(problem)) throw new RangeError('descents know the published problem only')
  const task = createTask(problem, seed)
  return stepperOf('descents', task, descend(task))
}

/** Descends until nothing better is left. @returns false when there is no plan */
function* descend(task: Task): Generator<void, boolean> {
  const { problem } = task
  const prepared = yield* prepare(task)
  if (prepared === null) return false
  while (task.best === null) yield
  const near = createNear(task, prepared.model, task.best, task.seed, problem, [SOMEWHERE_ELSE])
  const afar = descendFromAfar(task, PATIENCE)
  let isAfarOver = false
  for (;;) {
    near.goOnFrom(task.best)
    if (near.inVain() < PATIENCE_AT_HOME || isAfarOver) {
      const isRefuted = yield* near.stretch()
      if (isRefuted) break
    } else {
      isAfarOver = afar.next().done === true
      if (!isAfarOver) yield
    }
  }
  task.bound = Math.max(task.bound, near.reached())
  return true
}
