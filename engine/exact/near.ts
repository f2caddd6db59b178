/**
 * Descents around plans that are known. Which values are tried first decides whether they find anything (phases of a plan known: Demirović
 * and Stuckey, DOI 10.1007/978-3-030-30048-7_11; of a local search: Biere and Fleury, SAT Competition 2020), and how far from them one
 * looks. A search does not leave the surroundings of one plan: so stretches begin at another plan about as good, to which a short cooling
 * of the search has walked, or at the best one itself, from which they may go further. For their length nobody may have a break but those
 * who have one in either plan, and a few more chosen by lot; and everyone else, an interval now, stays within some slots of where the plan
 * has them. Whoever holds meetings in place finds nothing (README.md); whoever holds people near their hours leaves all meetings free, and
 * many stretches end with a proof.
 */
import type { Problem } from '../problem.ts'
import { below, randomFrom } from '../random.ts'
import type { Held } from '../stepper.ts'
import { backtrack } from './assignment.ts'
import { addClause } from './clauses.ts'
import { createDescent, type Descent, searchOn, tryFirst, walkOn } from './descent.ts'
import { addVariables } from './kernel.ts'
import { type Model, present } from './model.ts'
import { decideOnly } from './order.ts'
import { breaksOf, spansOf } from './plans.ts'
import { listMeetings } from './presolve.ts'
import type { Task } from './task.ts'

/** How far around a plan a stretch looks, and how long. */
type Surroundings = {
  readonly conflicts: number
  /** Slots by which those who are held may begin earlier, or end later. */
  readonly astray: number
  /** Meetings up to which people are not held: a short interval fits in many places. */
  readonly free: number
}

/** Around a plan walked to, and around the best one itself. */
export const SOMEWHERE_ELSE: Surroundings = { conflicts: 4000, astray: 3, free: 0 }
export const HERE: Surroundings = { conflicts: 20_000, astray: 9, free: 4 }
/** How much shorter stretches are as long as somebody else has a better plan. */
const HASTE = 4
/** People chosen by lot who may have breaks as well; more after a stretch that ended with a proof, fewer after one that did not. */
const OTHERS = 5
const MORE = 2
const FEWER = 1

export type Near = {
  /**
   * One stretch, by turns from another plan about as good as the best one and from that one itself.
   * @returns whether there is no better plan at all
   */
  readonly stretch: () => Generator<void, boolean>
  /** Takes a better plan from outside. */
  readonly goOnFrom: (held: Held) => void
  /** Breaks of its best plan. */
  readonly reached: () => number
  /** Ticks since that plan was found. */
  readonly inVain: () => number
}

/**
 * @param seed of the lots and of the walks
 * @param walks the problem whose rules walks follow
 * @param where to look, by turns
 * @returns what looks around a plan, and then around the better ones it finds
 */
export function createNear(task: Task, model: Model, start: Held, seed: number, walks: Problem, where: readonly Surroundings[]): Near {
  const { problem } = task
  const { kernel } = model
  const d = createDescent(task, model, start, seed, walks)
  // Who is where at which slot: everything else follows from that, and decisions about rows or counts only say it in other words.
  decideOnly(kernel, present(model.held, model.busy))
  const { state } = randomFrom(seed)
  const meetings = listMeetings(problem).map((own) => own.length)
  const others = where.map(() => OTHERS)
  let turn = 0
  let since = kernel.ticks
  return {
    *stretch() {
      const best = d.best
      const { conflicts, astray, free } = where[turn]
      const around = where[turn] === SOMEWHERE_ELSE ? yield* walkOn(d) : best.plan.start
      const there = breaksOf(problem, around)
      const mayBreak = breaksOf(problem, best.plan.start).map((breaks, p) => Math.max(breaks, there[p]))
      for (let i = 0; i < others[turn]; i++) mayBreak[below(state, problem.personCount)] = 1
      tryFirst(d, around)
      const assumptions = holdBack(d, mayBreak, around, (p) => (meetings[p] <= free ? Infinity : astray))
      const isBehind = task.best !== null && task.best.levels[0] < best.levels[0]
      const isRefuted = yield* searchOn(d, assumptions, conflicts / (isBehind ? HASTE : 1))
      backtrack(kernel, 0)
      for (const literal of assumptions) addClause(kernel, [literal ^ 1])
      others[turn] = isRefuted ? others[turn] + MORE : Math.max(0, others[turn] - FEWER)
      turn = d.best === best ? (turn + 1) % where.length : 0
      if (d.best !== best) since = kernel.ticks
      return !kernel.consistent
    },
    goOnFrom(held) {
      if (held.levels[0] >= d.best.levels[0]) return
      d.best = held
      since = kernel.ticks
    },
    reached: () => d.best.levels[0],
    inVain: () => kernel.ticks - since,
  }
}

/**
 * What those who may not have a break are held to, as one literal, so that what is learned names one and not all of them.
 * @param mayBreak [person] 0 for those who may not
 * @param start the plan near which they stay
 * @param astray of a person, how many slots away from there at most
 * @returns what to assume: the literal, or nothing when nobody is held back
 */
function holdBack({ model, task }: Descent, mayBreak: Int32Array, start: Int32Array, astray: (p: number) => number): Int32Array {
  const { kernel } = model
  backtrack(kernel, 0)
  const spans = spansOf(task.problem, start)
  const heldBack = model.breaks.flatMap((own, p) => (mayBreak[p] === 0 ? [...own.slice(0, 1), ...beyond(model, p, spans, astray(p))] : []))
  if (heldBack.length === 0) return new Int32Array(0)
  const all = 2 * addVariables(kernel, 1)
  for (const literal of heldBack) addClause(kernel, [all ^ 1, literal ^ 1])
  return Int32Array.of(all)
}

/** @returns the literals "is busy" of a person at the slots too far from where a plan has them */
function beyond({ busy, breaks }: Model, p: number, spans: Int32Array, astray: number): number[] {
  const slotCount = busy.length / breaks.length
  const row = busy.subarray(p * slotCount, (p + 1) * slotCount)
  return present(row.subarray(0, Math.max(0, spans[2 * p] - astray)), row.subarray(spans[2 * p + 1] + astray))
}
