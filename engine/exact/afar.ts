/**
 * Descents from anywhere. Whatever leads on from one plan stays in its region: the same people break, and where the better plans have
 * others break it ends above them. On craf-forum14-1 the plans of 15 breaks around which one looked had one person with two of them, and
 * none of the known plans of 14 has. So one begins anew, in a kernel of its own, from a short search, both of which are to do with one
 * break a person, or as many as cannot be avoided; what brings nothing for a while is left for the next beginning. Nearly every beginning
 * comes to 15 there, and one in five to 14 (README.md).
 */
import type { Problem } from '../problem.ts'
import { createRowSearch } from '../search/row-search.ts'
import type { Held } from '../stepper.ts'
import { createNear, HERE, SOMEWHERE_ELSE } from './near.ts'
import { prepare } from './prepare.ts'
import { keep, type Task } from './task.ts'

/** Units of work per meeting of the search one begins with, and those between two pauses of it. */
const SEARCHING = 6000
const LOOK = 10_000
/** What the seeds of two beginnings differ by. */
const NEXT_SEED = 0x9e3779b9

/**
 * Begins once a plan is known, pauses when the work is done, and ends when there is no better plan in which nobody breaks more than that.
 * @param patience ticks of a beginning that may bring nothing
 */
export function* descendFromAfar(task: Task, patience: number): Generator<void, void> {
  const fair = mostlyFair(task.problem)
  for (let beginning = 1; task.best !== null; beginning++) {
    const seed = (task.seed + Math.imul(beginning, NEXT_SEED)) | 0
    const prepared = yield* prepare(task, oneOrAsMany)
    if (prepared === null) return
    const start = yield* searchAnew(task, fair, seed, task.best)
    keep(task, start)
    const near = createNear(task, prepared.model, start, seed, fair, [SOMEWHERE_ELSE, HERE])
    while (near.inVain() < patience) {
      const isRefuted = yield* near.stretch()
      if (isRefuted) return
    }
  }
}

/** @param alone [person] breaks nobody can avoid @returns [person] breaks at most */
function oneOrAsMany(alone: Int32Array): Int32Array {
  return alone.map((breaks) => Math.max(1, breaks))
}

/** @returns the problem in which nobody has two breaks more than somebody else: the same for searches and walks */
function mostlyFair(problem: Problem): Problem {
  return { ...problem, fairness: problem.fairness < 0 ? 1 : Math.min(problem.fairness, 1) }
}

/** @returns what another search comes to in a short time */
function* searchAnew(task: Task, problem: Problem, seed: number, otherwise: Held): Generator<void, Held> {
  const search = createRowSearch(problem, seed)
  for (let ahead = SEARCHING * problem.meetingCount; ahead > 0; ahead -= LOOK) {
    if (!search.step(LOOK, () => false, ahead)) break
    task.work -= LOOK
    if (task.work <= 0) yield
  }
  return search.best() ?? otherwise
}
