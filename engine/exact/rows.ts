/**
 * The row of a person as a walk: level 0 before the first meeting, 1 in the first block of meetings, 2 in the first gap, 3 in
 * the second block… The level never falls and rises by at most one per slot; the person is busy exactly when it is odd. With
 * an order literal per slot and level ("the level is at least j"), "at least k breaks" is simply "level 2k + 1 is reached".
 * A person without a break is an interval whose end follows its start by the number of meetings: two-literal clauses once
 * the break is assumed away, which is what makes a proof by cores over people fast.
 */
import type { Problem } from '../problem.ts'
import type { RowRules } from './cheapest-row.ts'
import { addClause } from './clauses.ts'
import { addVariables, type Kernel } from './kernel.ts'

/**
 * Adds the walk of person p, who has at most `most` breaks.
 * @param busy [person * slots + slot] literals, −1 where the person is never busy
 * @returns the literals "at least k breaks", k = 1 .. most
 */
export function addRow(k: Kernel, rules: RowRules, busy: Int32Array, p: number, most: number): number[] {
  const { slotCount } = rules
  if (rules.count[p] < 2) return []
  const top = 2 * most + 2
  const first = 2 * addVariables(k, slotCount * top)
  const at = (t: number, level: number) => first + 2 * (t * top + level - 1)
  for (let t = 0; t < slotCount; t++) {
    for (let level = 1; level <= top; level++) {
      if (t === 0 && level > 1) addClause(k, [at(t, level) ^ 1])
      if (t > 0) addClause(k, [at(t - 1, level) ^ 1, at(t, level)])
      if (t > 0 && level > 1) addClause(k, [at(t, level) ^ 1, at(t - 1, level - 1)])
    }
    addParity(k, busy[p * slotCount + t], top, (level) => at(t, level))
  }
  addClause(k, [at(slotCount - 1, 1)])
  const breaks = Array.from({ length: most }, (_, i) => at(slotCount - 1, 2 * i + 3))
  addInterval(k, rules, p, at, breaks[0] ?? -1)
  return breaks
}

/** Busy exactly when the level is odd. */
function addParity(k: Kernel, busy: number, top: number, at: (level: number) => number): void {
  for (let level = 0; level <= top; level++) {
    const clause: number[] = []
    if (level > 0) clause.push(at(level) ^ 1)
    if (level < top) clause.push(at(level + 1))
    if (level % 2 === 0) {
      if (busy >= 0) addClause(k, [...clause, busy ^ 1])
    } else addClause(k, busy >= 0 ? [...clause, busy] : clause)
  }
}

/** Unless there is a break: over by slot t + count exactly if begun by slot t, and begun where the meetings may follow each other. */
function addInterval(k: Kernel, rules: RowRules, p: number, at: (t: number, level: number) => number, broken: number): void {
  const { slotCount } = rules
  const count = rules.count[p]
  const unless = broken >= 0 ? [broken] : []
  for (let t = 0; t < slotCount; t++) {
    if (t + count < slotCount) {
      addClause(k, [...unless, at(t, 1) ^ 1, at(t + count, 2)])
      addClause(k, [...unless, at(t + count, 2) ^ 1, at(t, 1)])
    }
    if (t < count) addClause(k, [...unless, at(t, 2) ^ 1])
    if (t >= slotCount - count) addClause(k, [...unless, at(t, 1)])
    if (rules.mayRun[p * slotCount + t] === 0) addClause(k, [...unless, at(t, 1) ^ 1, ...(t > 0 ? [at(t - 1, 1)] : [])])
  }
}

/**
 * How many breaks a person may have: fewer than their meetings, and with a fairness rule no more than the rule allows above
 * the person who can have the fewest.
 */
export function mostBreaks(problem: Problem, domain: Uint8Array, meetingsOf: readonly (readonly number[])[]): number[] {
  const { slotCount } = problem
  const most = meetingsOf.map((meetings) => {
    let first = slotCount
    let last = -1
    let open = 0
    for (let t = 0; t < slotCount; t++) {
      if (!meetings.some((m) => domain[m * slotCount + t] === 1)) continue
      open++
      if (first > t) first = t
      last = t
    }
    const idle = Math.max(0, last - first + 1 - meetings.length)
    return open < meetings.length ? 0 : Math.max(0, Math.min(meetings.length - 1, idle))
  })
  if (problem.fairness < 0) return most
  const limit = most.reduce((least, own) => Math.min(least, own), slotCount) + problem.fairness
  return most.map((own) => Math.min(own, limit))
}
