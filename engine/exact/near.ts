/**
 * Descents around plans that are known. Which values are tried first decides whether they find anything (phases of a plan known: Demirović
 * and Stuckey, DOI 10.1007/978-3-030-30048-7_11; of a local search: Biere and Fleury, SAT Competition 2020), and how far from them one
 * looks. A search does not leave the surroundings of one plan: so each stretch begins at another plan about as good, to which a short
 * cooling of the search has walked. For its length nobody may have a break but those who have one in either plan, and some more chosen by
 * lot; and everyone else, an interval now, stays within a few slots of where the plan walked to has them. Whoever holds meetings in place
 * finds nothing (README.md); whoever holds people near their hours leaves all meetings free, and most stretches end with a proof.
 */
import { below, randomFrom } from '../random.ts'
import { backtrack } from './assignment.ts'
import { addClause } from './clauses.ts'
import { createDescent, type Descent, searchOn, tryFirst, walkOn } from './descent.ts'
import { addVariables } from './kernel.ts'
import { type Model, present } from './model.ts'
import { decideOnly } from './order.ts'
import { breaksOf, spansOf } from './plans.ts'
import { prepare } from './prepare.ts'
import type { Task } from './task.ts'

/** Conflicts of a stretch, and those it is longer by when the one before brought nothing. */
const STRETCH = 4000
const LONGER = 100
/** People chosen by lot who may have breaks as well, and how many more they are when the stretch before brought nothing. */
const OTHERS = 5
const MORE = 1
/** Slots by which the others may begin earlier, or end later, than in the plan walked to. */
const ASTRAY = 3

export type Near = {
  /**
   * One stretch, from another plan about as good as the best one.
   * @param inVain stretches before this one that brought nothing
   * @returns whether there is no better plan at all
   */
  readonly stretch: (inVain: number) => Generator<void, boolean>
  /** Breaks below which nothing has been found. */
  readonly reached: () => number
}

/** Begins with the first plan known. @returns null when there is none */
export function* createNear(task: Task): Generator<void, Near | null> {
  const { problem, seed } = task
  const prepared = yield* prepare(task)
  if (prepared === null) return null
  const { model } = prepared
  while (task.best === null) yield
  const d = createDescent(task, model, task.best, true)
  // Who is where at which slot: everything else follows from that, and decisions about rows or counts only say it in other words.
  decideOnly(model.kernel, present(model.held, model.busy))
  const { state } = randomFrom(seed)
  return {
    *stretch(inVain) {
      const best = task.best!
      const walked = yield* walkOn(d, best)
      const there = breaksOf(problem, walked)
      const mayBreak = breaksOf(problem, best.plan.start).map((breaks, p) => Math.max(breaks, there[p]))
      for (let i = 0; i < OTHERS + MORE * inVain; i++) mayBreak[below(state, problem.personCount)] = 1
      tryFirst(d, walked)
      const assumptions = holdBack(d, mayBreak, walked)
      yield* searchOn(d, assumptions, STRETCH + LONGER * inVain)
      backtrack(model.kernel, 0)
      for (const literal of assumptions) addClause(model.kernel, [literal ^ 1])
      return !model.kernel.consistent
    },
    reached: () => d.reached,
  }
}

/**
 * What those who may not have a break are held to, as one literal, so that what is learned names one and not all of them.
 * @param mayBreak [person] 0 for those who may not
 * @param start the plan near which they stay
 * @returns what to assume: the literal, or nothing when nobody is held back
 */
function holdBack({ model, task }: Descent, mayBreak: Int32Array, start: Int32Array): Int32Array {
  const { kernel } = model
  backtrack(kernel, 0)
  const spans = spansOf(task.problem, start)
  const heldBack = model.breaks.flatMap((own, p) => (mayBreak[p] === 0 ? [...own.slice(0, 1), ...astray(model, p, spans)] : []))
  if (heldBack.length === 0) return new Int32Array(0)
  const all = 2 * addVariables(kernel, 1)
  for (const literal of heldBack) addClause(kernel, [all ^ 1, literal ^ 1])
  return Int32Array.of(all)
}

/** @returns the literals "is busy" of a person at the slots too far from where a plan has them */
function astray({ busy, breaks }: Model, p: number, spans: Int32Array): number[] {
  const slotCount = busy.length / breaks.length
  const row = busy.subarray(p * slotCount, (p + 1) * slotCount)
  return present(row.subarray(0, Math.max(0, spans[2 * p] - ASTRAY)), row.subarray(spans[2 * p + 1] + ASTRAY))
}
