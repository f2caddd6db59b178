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

/** Events whose sides are clearer than this (meetings across, of all) need no count of everyone besides. */
const CLEAR_SIDES = 0.9

/**
 * At most as many meetings in a slot as there are tables: on the meetings themselves as a counter, and as sorted counts of
 * the busy people of each side and, when sides are not clear, of everyone, who are twice as many.
 */
export function addSlotLimits(k: Kernel, places: Places): void {
  const { problem } = places
  const sides = findSides(problem)
  const views = [standIns(problem, sides, 0), standIns(problem, sides, 1)]
  for (let t = 0; t < problem.slotCount; t++) {
    const tables = problem.poolCapacity[t]
    addAtMost(k, present(places.held, problem.meetingCount, problem.slotCount, t), tables)
    const [one, other] = views.map((standIn) => addTotal(k, busyStandIns(k, places, standIn, t), tables))
    limitTotal(k, one, tables)
    for (let n = 1; n <= tables + 1; n++) matchTotals(k, one, n, other, n)
    if (sides.across < CLEAR_SIDES * problem.meetingCount) addEveryone(k, places, t, one)
  }
}

/** Everyone busy: two per meeting, hence an even number. */
function addEveryone(k: Kernel, { problem, busy }: Places, t: number, meetings: Total): void {
  const tables = problem.poolCapacity[t]
  const everyone = addTotal(k, present(busy, problem.personCount, problem.slotCount, t), 2 * tables)
  limitTotal(k, everyone, 2 * tables)
  for (let n = 1; n <= tables; n++) {
    matchTotals(k, meetings, n, everyone, 2 * n - 1)
    matchTotals(k, meetings, n, everyone, 2 * n)
  }
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
