/** How many meetings a slot holds, counted in several ways that have to agree. */
import type { Problem } from '../problem.ts'
import { addAtMost } from './cardinalities.ts'
import { addClause } from './clauses.ts'
import { addVariables, type Kernel } from './kernel.ts'
import { findSides, standIns } from './sides.ts'
import { addTotal, limitTotal, matchTotals, type Total } from './totals.ts'

/** Literals of the model: [meeting * slots + slot] held there, [person * slots + slot] busy there, −1 for never. */
export type Places = {
  readonly problem: Problem
  readonly held: Int32Array
  readonly busy: Int32Array
  readonly meetingsOf: readonly (readonly number[])[]
}

/**
 * Share of meetings across from which sides count. Measured: with 95 % across (forum-13) the sides are all that matters, with 72 %
 * (forum-14) they cost more than they tell.
 */
const SIDES_COUNT = 0.8

/**
 * At most as many meetings in a slot as there are tables, counted on the meetings, on the busy people, and on those of each side where
 * there are sides. Where tables are tight the counts of people are sorted, which is what proves that tables are too few (tic-13crafc: 4
 * million ticks, and 40 million are not enough without); else they are only slow to follow (ticf-14crafa.prec15: 250 million ticks with,
 * 22 million without).
 */
export function addSlotLimits(k: Kernel, places: Places, areCountsSorted: boolean): void {
  const { problem, held, busy } = places
  const { slotCount, meetingCount, personCount, poolCapacity } = problem
  const sides = findSides(problem)
  const hasSides = sides.across >= SIDES_COUNT * meetingCount
  const views = hasSides ? [standIns(problem, sides, 0), standIns(problem, sides, 1)] : []
  for (let t = 0; t < slotCount; t++) {
    const tables = poolCapacity[t]
    const everyone = present(busy, personCount, slotCount, t)
    const each = views.map((standIn) => busyStandIns(k, places, standIn, t))
    addAtMost(k, present(held, meetingCount, slotCount, t), tables)
    if (hasSides || !areCountsSorted) addAtMost(k, everyone, 2 * tables)
    else sortedAtMost(k, everyone, 2 * tables)
    if (!areCountsSorted) for (const side of each) addAtMost(k, side, tables)
    else if (hasSides) {
      const [one, other] = each.map((side) => sortedAtMost(k, side, tables))
      for (let n = 1; n <= tables; n++) matchTotals(k, one, n, other, n)
    }
  }
}

function sortedAtMost(k: Kernel, literals: readonly number[], most: number): Total {
  const total = addTotal(k, literals, most)
  limitTotal(k, total, most)
  return total
}

function present(literals: Int32Array, count: number, slotCount: number, t: number): number[] {
  return Array.from({ length: count }, (_, i) => literals[i * slotCount + t]).filter((literal) => literal >= 0)
}

/** One literal per person who stands in for meetings: "is in one of them at the slot". */
function busyStandIns(k: Kernel, { problem, held, busy, meetingsOf }: Places, standIn: Int32Array, t: number): number[] {
  const literals: number[] = []
  meetingsOf.forEach((meetings, p) => {
    const all = meetings.filter((m) => held[m * problem.slotCount + t] >= 0)
    const own = all.filter((m) => standIn[m] === p).map((m) => held[m * problem.slotCount + t])
    if (own.length === 0) return
    if (own.length === all.length) literals.push(busy[p * problem.slotCount + t])
    else literals.push(own.length === 1 ? own[0] : eitherOf(k, own))
  })
  return literals
}

function eitherOf(k: Kernel, literals: readonly number[]): number {
  const either = 2 * addVariables(k, 1)
  for (const literal of literals) addClause(k, [literal ^ 1, either])
  addClause(k, [either ^ 1, ...literals])
  return either
}
