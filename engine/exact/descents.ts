/**
 * Better plans from above: as long as a plan is known, nothing but better ones is asked for (linear search; beside cores as in Berg,
 * Demirović and Stuckey, DOI 10.1007/978-3-030-19212-9_3). Cores say that a bound cannot be met, and end with the optimum or with nothing;
 * this ends with one plan after the other, each a break or more better, where searches have long been stuck.
 *
 * Which values are tried first decides whether that works (phases of a plan known: Demirović and Stuckey, DOI
 * 10.1007/978-3-030-30048-7_11; of a local search: Biere and Fleury, SAT Competition 2020). A search does not leave the surroundings of one
 * plan: so each stretch begins at another plan about as good, to which a short cooling has walked. And for its length nobody may have a
 * break but those who have one in either plan, and some more chosen by lot: everyone else is an interval, whatever slots they move to.
 * Whoever holds meetings in place finds nothing (README.md); whoever holds back breaks moves everything.
 */
import { isPublishedShape, type Problem } from '../problem.ts'
import { below, randomFrom } from '../random.ts'
import { createWalk, type Walk } from '../search/walk.ts'
import type { Held, Stepper } from '../stepper.ts'
import { backtrack } from './assignment.ts'
import { addClause } from './clauses.ts'
import { addVariables } from './kernel.ts'
import { NONE, type Model } from './model.ts'
import { decideOnly, shuffle } from './order.ts'
import { aimAnew } from './phases.ts'
import { adopt, breaksOf, readPlan } from './plans.ts'
import { prepare } from './prepare.ts'
import { createRhythm, search, type Rhythm } from './search.ts'
import { createTask, keep, stepperOf, TICKS_PER_WORK, type Task } from './task.ts'
import { addTotal, limitTotal, type Total } from './totals.ts'

/** Conflicts of a stretch, and those it is longer by when the one before brought nothing. */
const STRETCH = 4000
const LONGER = 100
/** People chosen by lot who may have breaks as well, and how many more they are when the stretch before brought nothing. */
const OTHERS = 15
const MORE = 1

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
  while (task.best === null) yield
  const total = addTotal(model.kernel, model.breaks.flat(), task.best.levels[0])
  decideOnly(model.kernel, present(model.held, model.busy))
  shuffle(model.kernel, seed)
  const d: Descent = { task, model, rhythm: createRhythm(seed), walkFrom: createWalk(problem, seed), total, reached: Infinity }
  // The values are renewed between stretches alone, where walks can pause.
  d.rhythm.phases.rephaseAt = Infinity
  const { state } = randomFrom(seed)
  for (let inVain = 0; ; inVain++) {
    const best: Held = task.best
    const walked = yield* walkOn(d, best)
    const there = breaksOf(problem, walked)
    const mayBreak = breaksOf(problem, best.plan.start).map((breaks, p) => Math.max(breaks, there[p]))
    for (let i = 0; i < OTHERS + MORE * inVain; i++) mayBreak[below(state, problem.personCount)] = 1
    tryFirst(d, walked)
    const isRefuted = yield* searchOn(d, mayBreak, STRETCH + LONGER * inVain)
    if (isRefuted) break
    if (task.best !== best) inVain = -1
  }
  task.bound = Math.max(task.bound, d.reached)
  return true
}

/** Who is where at which slot: everything else follows from that, and decisions about rows or counts only say it in other words. */
function present(...lists: readonly Int32Array[]): number[] {
  return lists.flatMap((literals) => [...literals].filter((literal) => literal !== NONE))
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

/** Searches for so many conflicts, and from each better plan for one better still. @returns whether there is none, whoever has breaks */
function* searchOn(d: Descent, mayBreak: Int32Array, conflicts: number): Generator<void, boolean> {
  const { task, model, rhythm } = d
  const k = model.kernel
  const conflictLimit = k.conflicts + conflicts
  const assumptions = holdBack(model, mayBreak)
  let isAnswered = false
  while (!isAnswered && k.conflicts < conflictLimit) {
    const before = k.ticks
    comeHome(d)
    const answer = search(k, rhythm, assumptions, before + task.work * TICKS_PER_WORK, conflictLimit)
    if (answer.kind === 'satisfiable') keep(task, readPlan(model, task.problem))
    isAnswered = answer.kind === 'refuted'
    task.work -= (k.ticks - before) / TICKS_PER_WORK
    if (task.work <= 0) yield
  }
  backtrack(k, 0)
  for (const literal of assumptions) addClause(k, [literal ^ 1])
  return !k.consistent
}

/**
 * Those who may not have a break, as one literal, so that what is learned names one and not all of them.
 * @param mayBreak [person] 0 for those who may not
 * @returns what to assume: the literal, or nothing when everyone may
 */
function holdBack({ kernel, breaks }: Model, mayBreak: Int32Array): Int32Array {
  backtrack(kernel, 0)
  const heldBack = breaks.flatMap((own, p) => (mayBreak[p] === 0 ? own.slice(0, 1) : []))
  if (heldBack.length === 0) return new Int32Array(0)
  const all = 2 * addVariables(kernel, 1)
  for (const literal of heldBack) addClause(kernel, [all ^ 1, literal ^ 1])
  return Int32Array.of(all)
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
