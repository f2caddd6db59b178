/**
 * The published problem as constraints of the kernel. After Bofill et al. (JAIR 74 (2022) 263–301) there is a literal per
 * meeting and slot and a literal per person and busy slot; new here is the row of a person as a walk through levels (rows.ts).
 */
import type { Problem } from '../problem.ts'
import { addAtLeast, addAtMost } from './cardinalities.ts'
import { rowRules } from './cheapest-row.ts'
import { addClause } from './clauses.ts'
import { addVariables, createKernel, type Kernel } from './kernel.ts'
import { listMeetings } from './presolve.ts'
import { addRow, mostBreaks } from './rows.ts'
import { addShares } from './shares.ts'
import { addSlotLimits, type Places } from './slots.ts'
import { addTotal, fillTotal, limitTotal } from './totals.ts'

/** A literal that is not there: false. */
export const NONE = -1

export type Model = {
  readonly kernel: Kernel
  /** [meeting * slots + slot] The literal "the meeting is held at the slot", or NONE. */
  readonly held: Int32Array
  /** [person * slots + slot] The literal "the person is busy at the slot", or NONE. */
  readonly busy: Int32Array
  /** [person] Literals "at least 1 break", "at least 2"…, as many as the person may have. */
  readonly breaks: readonly (readonly number[])[]
}

/**
 * Builds the constraints. `domain` [meeting * slots + slot] tells where a meeting may be held; a contradiction found on the
 * way leaves the kernel inconsistent.
 * @param areCountsSorted whether the people of a slot and the slots of a person are counted by literals, which can be learned about, and
 * not by counters, which are faster to follow
 * @param ceiling [person] breaks at most, beside what the problem says
 */
export function buildModel(problem: Problem, domain: Uint8Array, areCountsSorted: boolean, ceiling?: Int32Array): Model {
  const kernel = createKernel()
  const held = heldLiterals(kernel, problem, domain)
  const busy = new Int32Array(problem.personCount * problem.slotCount).fill(NONE)
  const meetingsOf = listMeetings(problem)
  addPrecedences(kernel, problem, held)
  meetingsOf.forEach((_, p) => addPerson(kernel, { problem, held, busy, meetingsOf }, p, areCountsSorted))
  const rules = rowRules(problem, domain, meetingsOf)
  for (let p = 0; p < problem.personCount; p++) addShares(kernel, rules, busy, p)
  const most = mostBreaks(problem, domain, meetingsOf)
  const breaks = meetingsOf.map((_, p) => addRow(kernel, rules, busy, p, Math.min(most[p], ceiling?.[p] ?? most[p])))
  addSlotLimits(kernel, { problem, held, busy, meetingsOf }, areCountsSorted)
  if (problem.fairness >= 0) addFairness(kernel, breaks, problem.fairness)
  return { kernel, held, busy, breaks }
}

function heldLiterals(k: Kernel, problem: Problem, domain: Uint8Array): Int32Array {
  const { slotCount, meetingCount } = problem
  const held = new Int32Array(meetingCount * slotCount).fill(NONE)
  for (let m = 0; m < meetingCount; m++) {
    const choices: number[] = []
    for (let t = 0; t < slotCount; t++)
      if (domain[m * slotCount + t] === 1) choices.push((held[m * slotCount + t] = 2 * addVariables(k, 1)))
    addClause(k, choices)
    addAtMost(k, choices, 1)
  }
  return held
}

/** Not in the wrong order; and either meeting, where it stands, leaves the other one a slot on its side: so bounds pass from one to the other. */
function addPrecedences(k: Kernel, { slotCount, earlier, later }: Problem, held: Int32Array): void {
  for (let i = 0; i < earlier.length; i++) {
    const first = held.subarray(earlier[i] * slotCount, (earlier[i] + 1) * slotCount)
    const second = held.subarray(later[i] * slotCount, (later[i] + 1) * slotCount)
    for (let t = 0; t < slotCount; t++) {
      if (first[t] !== NONE) addClause(k, [first[t] ^ 1, ...present(second.subarray(t + 1))])
      if (second[t] !== NONE) addClause(k, [second[t] ^ 1, ...present(first.subarray(0, t))])
      if (first[t] !== NONE) for (const other of present(second.subarray(0, t + 1))) addClause(k, [first[t] ^ 1, other ^ 1])
    }
  }
}

/** @returns the literals that are there */
export function present(...lists: readonly Int32Array[]): number[] {
  return lists.flatMap((literals) => [...literals].filter((literal) => literal !== NONE))
}

/** In a slot a person is in exactly one of their meetings, or not busy; over the day busy as often as they have meetings. */
function addPerson(k: Kernel, { problem, held, busy, meetingsOf }: Places, p: number, areCountsSorted: boolean): void {
  const { slotCount } = problem
  const meetings = meetingsOf[p]
  const row: number[] = []
  for (let t = 0; t < slotCount; t++) {
    const here = meetings.map((m) => held[m * slotCount + t]).filter((literal) => literal !== NONE)
    if (here.length === 0) continue
    if (meetings.length === 1) {
      busy[p * slotCount + t] = here[0]
      continue
    }
    const literal = 2 * addVariables(k, 1)
    busy[p * slotCount + t] = literal
    row.push(literal)
    addAtMost(k, [literal ^ 1, ...here], 1)
    addClause(k, [literal ^ 1, ...here])
  }
  if (meetings.length === 1) return
  if (row.length < meetings.length) return addClause(k, [])
  if (!areCountsSorted) {
    addAtMost(k, row, meetings.length)
    return addAtLeast(k, row, meetings.length)
  }
  const total = addTotal(k, row, meetings.length)
  limitTotal(k, total, meetings.length)
  fillTotal(k, total, meetings.length)
}

/** If anyone has d + k breaks or more, everyone has k or more. */
function addFairness(k: Kernel, breaks: readonly (readonly number[])[], difference: number): void {
  const deepest = breaks.reduce((most, own) => Math.max(most, own.length), 0)
  for (let depth = 1; depth + difference <= deepest; depth++) {
    const everyone = 2 * addVariables(k, 1)
    for (const own of breaks) {
      if (own.length >= depth + difference) addClause(k, [own[depth + difference - 1] ^ 1, everyone])
      addClause(k, own.length >= depth ? [everyone ^ 1, own[depth - 1]] : [everyone ^ 1])
    }
  }
}
