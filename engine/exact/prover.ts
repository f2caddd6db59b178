import { isPublishedShape, type Problem } from '../problem.ts'
import type { Stepper } from '../stepper.ts'
import { createOptimiser, minimise } from './optimise.ts'
import { guide, readPlan } from './plans.ts'
import { prepare } from './prepare.ts'
import { createTask, keep, stepperOf, TICKS_PER_WORK, type Task } from './task.ts'

/**
 * The complete engine for the published problem: it works until it has proven a plan optimal, or that there is none.
 * A plan given from outside guides the search, and ends it when the bound meets it.
 * @throws RangeError when the problem is not of the published shape
 */
export function createProver(problem: Problem, seed: number): Stepper {
  if (!isPublishedShape(problem)) throw new RangeError('the prover knows the published problem only')
  const task = createTask(problem, seed)
  return stepperOf('exact', task, prove(task))
}

/** The whole proof, pausing when its work is done. @returns false when there is no plan */
function* prove(task: Task): Generator<void, boolean> {
  const { problem, seed } = task
  const prepared = yield* prepare(task)
  if (prepared === null) return false
  const { model, areTablesTight, together } = prepared
  const optimiser = createOptimiser(model.kernel, model.breaks.flat(), areTablesTight ? together : 0, seed)
  optimiser.onValues = () => keep(task, readPlan(model, problem))
  task.onBetter = ({ plan, levels }) => {
    optimiser.reached = levels[0]
    guide(model, plan.start, problem.slotCount)
  }
  if (task.best !== null) task.onBetter(task.best)
  const tellBound = () => {
    task.bound = Math.max(task.bound, optimiser.bound)
  }
  tellBound()

  const budget = { limit: 0 }
  const search = minimise(optimiser, budget)
  for (;;) {
    yield
    budget.limit = model.kernel.ticks + task.work * TICKS_PER_WORK
    const turn = search.next()
    tellBound()
    if (turn.done) return turn.value
  }
}
