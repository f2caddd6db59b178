import { type Problem } from '../problem.ts'

/**
 * What the search asks of a problem again and again, computed once: nothing here depends on a plan.
 */
export type Layout = {
  readonly problem: Problem
  readonly dayCount: number
  /** [slotCount] The day of a slot, from 0 without holes. */
  readonly day: Int32Array
  /** [dayCount + 1] First slot of a day. */
  readonly dayStart: Int32Array
  /** [meetingCount + 1] Starts at which m could be held if nothing else were: startOption[startOffset[m]] .. */
  readonly startOffset: Int32Array
  readonly startOption: Int32Array
  /** [meetingCount * slotCount] The same as marks. */
  readonly possible: Uint8Array
  /** Largest travel, in slots: how far from a meeting another one can matter. */
  readonly farthest: number
  /** [partyCount + 1] Meetings of a party: ofParty[ofPartyOffset[p]] .. */
  readonly ofPartyOffset: Int32Array
  readonly ofParty: Int32Array
  /** [meetingCount + 1] Precedences of m as (other meeting, 1 when m comes first) pairs: order[2 * i], order[2 * i + 1]. */
  readonly orderOffset: Int32Array
  readonly order: Int32Array
}

/** @returns the layout of a problem, in time proportional to meetings × slots × candidates. */
export function layOut(problem: Problem): Layout {
  const { slotCount, meetingCount } = problem
  const dayStart: number[] = []
  const day = new Int32Array(slotCount)
  for (let t = 0; t < slotCount; t++) {
    if (t === 0 || problem.dayOf[t] !== problem.dayOf[t - 1]) dayStart.push(t)
    day[t] = dayStart.length - 1
  }
  const startOffset = new Int32Array(meetingCount + 1)
  const startOption: number[] = []
  const possible = new Uint8Array(meetingCount * slotCount)
  for (let m = 0; m < meetingCount; m++) {
    for (let t = 0; t < slotCount; t++) {
      if (!possibleAlone(problem, m, t)) continue
      startOption.push(t)
      possible[m * slotCount + t] = 1
    }
    startOffset[m + 1] = startOption.length
  }
  let farthest = 0
  for (const slots of problem.travelSlots) farthest = Math.max(farthest, slots)
  const parties = grouped(problem.partyCount, meetingCount, problem.partyOffset, problem.party)
  const order = ordersOf(problem)
  return {
    problem,
    dayCount: dayStart.length,
    day,
    dayStart: Int32Array.from([...dayStart, slotCount]),
    startOffset,
    startOption: Int32Array.from(startOption),
    possible,
    farthest,
    ofPartyOffset: parties.offset,
    ofParty: parties.item,
    orderOffset: order.offset,
    order: order.item,
  }
}

/** Whether m could start at t in an event where it is the only meeting. */
export function possibleAlone(problem: Problem, m: number, t: number): boolean {
  const { slotCount } = problem
  const end = t + problem.lengthSlots[m]
  if (end > slotCount || problem.startAllowed[m * slotCount + t] === 0) return false
  if (problem.stretchOf[t] !== problem.stretchOf[end - 1]) return false
  return hasPool(problem, m, t, end) && everyRoleFilled(problem, m, t, end)
}

function hasPool(problem: Problem, m: number, from: number, end: number): boolean {
  for (let i = problem.poolOffset[m]; i < problem.poolOffset[m + 1]; i++) {
    let open = true
    for (let t = from; t < end; t++) if (problem.poolCapacity[problem.pool[i] * problem.slotCount + t] === 0) open = false
    if (open) return true
  }
  return false
}

function everyRoleFilled(problem: Problem, m: number, from: number, end: number): boolean {
  for (let r = problem.roleOffset[m]; r < problem.roleOffset[m + 1]; r++) {
    let filled = false
    for (let i = problem.candidateOffset[r]; i < problem.candidateOffset[r + 1] && !filled; i++) {
      filled = isFree(problem, problem.candidate[i], from, end)
    }
    if (!filled) return false
  }
  return true
}

/** Whether nothing but other meetings could keep the person from from .. end − 1. */
export function isFree(problem: Problem, person: number, from: number, end: number): boolean {
  for (let t = from; t < end; t++) if (problem.personFree[person * problem.slotCount + t] === 0) return false
  return true
}

/** Turns "the groups of each item" into "the items of each group". */
function grouped(groupCount: number, itemCount: number, offset: Int32Array, group: Int32Array): { offset: Int32Array; item: Int32Array } {
  const starts = new Int32Array(groupCount + 1)
  for (const g of group) starts[g + 1]++
  for (let g = 0; g < groupCount; g++) starts[g + 1] += starts[g]
  const cursor = starts.slice()
  const item = new Int32Array(group.length)
  for (let m = 0; m < itemCount; m++) for (let i = offset[m]; i < offset[m + 1]; i++) item[cursor[group[i]]++] = m
  return { offset: starts, item }
}

function ordersOf(problem: Problem): { offset: Int32Array; item: Int32Array } {
  const of: number[][] = Array.from({ length: problem.meetingCount }, () => [])
  problem.earlier.forEach((first, i) => {
    of[first].push(problem.later[i], 1)
    of[problem.later[i]].push(first, 0)
  })
  const offset = new Int32Array(problem.meetingCount + 1)
  of.forEach((list, m) => {
    offset[m + 1] = offset[m] + list.length / 2
  })
  return { offset, item: Int32Array.from(of.flat()) }
}
