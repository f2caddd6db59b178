import type { Problem } from '../problem.ts'
import type { Held, Stepper } from '../stepper.ts'

/** Memory places a search visits in about a microsecond. */
export const TICKS_PER_WORK = 10
/** Units of work between two questions whether to stop. */
const SLICE = 1000

/** What those who work with the kernel know, and are told on their way. */
export type Task = {
  readonly problem: Problem
  readonly seed: number
  best: Held | null
  /** No plan has fewer breaks than this. */
  bound: number
  /** Units of work granted until the next pause. */
  work: number
  /** Told of every better plan, found here or elsewhere. */
  onBetter: (held: Held) => void
}

/** @returns a task of which nothing is known yet. */
export function createTask(problem: Problem, seed: number): Task {
  return { problem, seed, best: null, bound: 0, work: 0, onBetter: () => {} }
}

/** Takes a plan if it is better than the best one known. */
export function keep(task: Task, held: Held): void {
  if (task.best !== null && task.best.levels[0] <= held.levels[0]) return
  task.best = held
  task.onBetter(held)
}

/**
 * Steps of a run that pauses when its work is done, and is over once it, or the bound, says so.
 * @param run returns false when there is no plan
 */
export function stepperOf(name: string, task: Task, run: Generator<void, boolean>): Stepper {
  let isDone = false
  let isInfeasible = false

  const advance = (work: number) => {
    task.work = work
    const turn = run.next()
    if (!turn.done) return
    isDone = true
    isInfeasible = !turn.value
  }
  const isMet = () => task.best !== null && task.best.levels[0] <= task.bound

  return {
    name,
    step(work, shouldStop) {
      for (let left = work; left > 0 && !isDone; left -= SLICE) {
        if (isMet()) isDone = true
        else advance(Math.min(left, SLICE))
        if (shouldStop()) break
      }
      return !isDone
    },
    best: () => task.best,
    bound: () => (isInfeasible ? null : Int32Array.of(task.bound)),
    infeasible: () => isInfeasible,
    offer: (held) => keep(task, held),
    learn(bound) {
      task.bound = Math.max(task.bound, bound[0])
    },
  }
}
