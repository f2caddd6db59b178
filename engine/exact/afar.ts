/**
 * Descents from anywhere. Plans known to a search may all lie in one region, whose people break the same way, and the better ones in
 * another: on craf-forum14-1 the plans of 15 breaks around which one looked had one person with two of them, and none of the known plans of 14 has.
 * So nothing is held but one thing: nobody has more breaks than one, or than they cannot avoid. What is learned stays true and adds up over
 * hundreds of thousands of conflicts. Values are renewed ever more seldom: those of the deepest trail free of conflict, of a plan walked
 * to, again those of the deepest trail, none (renewal in turn: Biere and Fleury, SAT Competition 2020); without renewal the better plans
 * stay away (README.md).
 */
import { createRowSearch } from '../search/row-search.ts'
import type { Held } from '../stepper.ts'
import { backtrack } from './assignment.ts'
import { createDescent, type Descent, searchOn, tryFirst, walkOn } from './descent.ts'
import type { Manner } from './model.ts'
import { aimAnew, backToDeepest } from './phases.ts'
import { prepare } from './prepare.ts'
import type { Task } from './task.ts'

/** Conflicts until values are renewed for the first time; each time after that they are as many more. */
const RENEWAL = 1000

/** Units of work after which a search of its own that has no plan yet is given up, and those between two looks whether it has one. */
const SEARCHING = 1_000_000
const LOOK = 10_000

/** Begins with a plan known, pauses when the work is done, and ends when there is no better plan in which nobody breaks more than that. */
export function* descendFromAfar(task: Task): Generator<void, void> {
  const prepared = yield* prepare(task, sparingly)
  if (prepared === null || task.best === null) return
  const d = createDescent(task, prepared.model, task.best, false)
  const home = yield* beginAnew(task, task.best)
  const nothing = new Int32Array(0)
  for (let renewals = 0; ; renewals++) {
    const isRefuted = yield* searchOn(d, nothing, RENEWAL * (renewals + 1))
    if (isRefuted) return
    yield* renew(d, home, renewals)
  }
}

/** Rows sorted: plans are found in fewer conflicts. */
function sparingly(areTablesTight: boolean, alone: Int32Array): Manner {
  return { areSlotsSorted: areTablesTight, areRowsSorted: true, ceiling: alone.map((breaks) => Math.max(1, breaks)) }
}

/** Where walks begin: at the first plan of a search of its own, since around the best one everything near has been tried. */
function* beginAnew(task: Task, otherwise: Held): Generator<void, Held> {
  const search = createRowSearch(task.problem, task.seed)
  for (let spent = 0; spent < SEARCHING && search.best() === null; spent += LOOK) {
    search.step(LOOK, () => false)
    task.work -= LOOK
    if (task.work <= 0) yield
  }
  return search.best() ?? otherwise
}

/** Other values to try first, in turn. */
function* renew(d: Descent, home: Held, turn: number): Generator<void, void> {
  const { kernel } = d.model
  backtrack(kernel, 0)
  if (turn % 4 === 1) tryFirst(d, yield* walkOn(d, home))
  else if (turn % 4 === 3) kernel.savedPhase.fill(-1)
  else backToDeepest(kernel)
  aimAnew(kernel)
}
