import { startDomains } from '../exact/presolve.ts'
import type { Problem } from '../problem.ts'
import { DEAR_WAITS, WAIT_PRICE } from './prices.ts'

/**
 * The published problem as the search sees it, with the plan it is working on: one row of slots per person, never two meetings
 * in one cell. A meeting may be unplaced, a slot may hold too many meetings and two ordered meetings may stand the wrong way
 * round: these faults are counted and paid for, so that the search can walk through them. Forbidden slots are never used.
 *
 * Slots are 1 .. slotCount here, and slot 0 means "not placed": rows have an idle cell at both ends, so that a cell always has
 * two neighbours to look at. Every array is flat, and `place`, `clear` and `flip` keep all counts in step.
 */
export type Rows = {
  readonly slotCount: number
  readonly personCount: number
  readonly meetingCount: number
  /** Cells from one row to the next: slotCount + 2. */
  readonly stride: number
  /** [2 * meetingCount] The two people of m, at 2m and 2m + 1. */
  readonly ends: Int32Array
  /** [meetingCount] Sum of the two people: minus one of them, it is the other. */
  readonly endSum: Int32Array
  /** [meetingCount * words] Bit t & 31 of word t >> 5: slot t is allowed to m and free for both people. */
  readonly allowed: Int32Array
  readonly words: number
  /** [slotCount + 2] Breaks outside the fairness window, for a row of so many runs; all 0 without a fairness rule. */
  readonly unfair: Int32Array
  /** [slotCount + 2] Meetings a slot holds at most. */
  readonly capacity: Int32Array
  /** [personCount + 1] Meetings of p: ofPerson[personOffset[p]] .. */
  readonly personOffset: Int32Array
  readonly ofPerson: Int32Array
  /** [meetingCount + 1] Order rules of m: orderOther[orderOffset[m]] .. , with +1 in orderSign when m comes first, −1 when last. */
  readonly orderOffset: Int32Array
  readonly orderOther: Int32Array
  readonly orderSign: Int32Array

  /** [personCount * stride] The meeting in the cell, or −1. */
  readonly at: Int32Array
  /** [meetingCount] 0 when not placed. */
  readonly slotOf: Int32Array
  /** [personCount] Maximal runs of busy slots; breaks are one less. */
  readonly runs: Int32Array
  /** [personCount] First and last busy slot, slotCount + 1 and 0 without any; and the idle slots between them. */
  readonly first: Int32Array
  readonly last: Int32Array
  readonly idle: Int32Array
  /** [slotCount + 2] What so many idle slots of one person cost the search. */
  readonly waiting: Int32Array
  /** The people with a break, in `broken[0 .. tally[BROKEN] − 1]`, and where each one stands in that list (−1: no break). */
  readonly broken: Int32Array
  readonly brokenAt: Int32Array
  /** [slotCount + 2] Meetings in the slot. */
  readonly load: Int32Array
  /** The meetings not placed, in `unplaced[0 .. tally[UNPLACED] − 1]`, and where each one stands in that list (−1: placed). */
  readonly unplaced: Int32Array
  readonly unplacedAt: Int32Array
  /** Counts of the whole plan, under the names below. */
  readonly tally: Int32Array
}

/** Σ of breaks over the people. */
export const BREAKS = 0
/** Meetings without a slot. */
export const UNPLACED = 1
/** Σ over slots of the meetings above capacity. */
export const EXCESS = 2
/** Order rules broken between two placed meetings. */
export const DISORDER = 3
/** Σ over people of the breaks outside the fairness window. */
export const UNFAIR = 4
/** People with at least one break. */
export const BROKEN = 5
/** Σ over people of what their idle slots cost. */
export const WAITING = 6
const TALLY_COUNT = 7

/** @returns the rows of a problem of the published shape, with nothing placed yet. */
export function emptyRows(problem: Problem): Rows {
  const { slotCount, personCount, meetingCount } = problem
  const stride = slotCount + 2
  const words = (stride + 31) >> 5
  const ends = problem.candidate.slice(0, 2 * meetingCount)
  const capacity = new Int32Array(stride)
  for (let t = 1; t <= slotCount; t++) capacity[t] = problem.poolCapacity[t - 1]
  const byPerson = grouped(personCount, ends)
  return {
    slotCount,
    personCount,
    meetingCount,
    stride,
    ends,
    endSum: Int32Array.from({ length: meetingCount }, (_, m) => ends[2 * m] + ends[2 * m + 1]),
    allowed: allowedSlots(problem, words),
    words,
    unfair: new Int32Array(stride),
    capacity,
    personOffset: byPerson.offset,
    ofPerson: byPerson.index.map((end) => end >> 1),
    ...orderRules(problem),
    at: new Int32Array(personCount * stride).fill(-1),
    slotOf: new Int32Array(meetingCount),
    runs: new Int32Array(personCount),
    first: new Int32Array(personCount).fill(slotCount + 1),
    last: new Int32Array(personCount),
    idle: new Int32Array(personCount),
    waiting: Int32Array.from({ length: stride }, (_, slots) => WAIT_PRICE * Math.min(slots, DEAR_WAITS)),
    broken: new Int32Array(personCount),
    brokenAt: new Int32Array(personCount).fill(-1),
    load: new Int32Array(stride),
    unplaced: Int32Array.from({ length: meetingCount }, (_, m) => m),
    unplacedAt: Int32Array.from({ length: meetingCount }, (_, m) => m),
    tally: Int32Array.from({ length: TALLY_COUNT }, (_, i) => (i === UNPLACED ? meetingCount : 0)),
  }
}

/** Whether slot t is open to meeting m. */
export function isAllowed(rows: Rows, m: number, t: number): boolean {
  return ((rows.allowed[m * rows.words + (t >> 5)] >>> (t & 31)) & 1) === 1
}

/** Puts an unplaced meeting into a slot where both people are idle. */
export function place(rows: Rows, m: number, t: number): void {
  const { tally, unplaced, unplacedAt } = rows
  const last = unplaced[--tally[UNPLACED]]
  unplaced[unplacedAt[m]] = last
  unplacedAt[last] = unplacedAt[m]
  unplacedAt[m] = -1
  setCell(rows, rows.ends[2 * m], t, m)
  setCell(rows, rows.ends[2 * m + 1], t, m)
  if (rows.load[t]++ >= rows.capacity[t]) tally[EXCESS]++
  rows.slotOf[m] = t
  tally[DISORDER] += disorderOf(rows, m, t)
}

/** Takes a placed meeting out of its slot. */
export function clear(rows: Rows, m: number): void {
  const { tally } = rows
  const t = rows.slotOf[m]
  tally[DISORDER] -= disorderOf(rows, m, t)
  setCell(rows, rows.ends[2 * m], t, -1)
  setCell(rows, rows.ends[2 * m + 1], t, -1)
  if (--rows.load[t] >= rows.capacity[t]) tally[EXCESS]--
  rows.slotOf[m] = 0
  rows.unplacedAt[m] = tally[UNPLACED]
  rows.unplaced[tally[UNPLACED]++] = m
}

/** Puts every meeting where a plan has it, whose slots begin at 0. */
export function placeAll(rows: Rows, start: Int32Array): void {
  clearAll(rows)
  for (let m = 0; m < rows.meetingCount; m++) place(rows, m, start[m] + 1)
}

/** Takes every placed meeting out. */
export function clearAll(rows: Rows): void {
  for (let m = 0; m < rows.meetingCount; m++) if (rows.slotOf[m] > 0) clear(rows, m)
}

/** Order rules m would break at slot t, the other meetings staying where they are. */
export function disorderOf(rows: Rows, m: number, t: number): number {
  const { orderOffset, orderOther, orderSign, slotOf } = rows
  let broken = 0
  for (let i = orderOffset[m]; i < orderOffset[m + 1]; i++) {
    const other = slotOf[orderOther[i]]
    if (other !== 0 && (other - t) * orderSign[i] <= 0) broken++
  }
  return broken
}

/** Replaces what is in one cell by m, or by nothing (−1), and counts the row again around it. */
function setCell(rows: Rows, p: number, t: number, m: number): void {
  const { at, first, last, idle } = rows
  const cell = p * rows.stride + t
  const busyBeside = 2 - ((at[cell - 1] >>> 31) + (at[cell + 1] >>> 31))
  setRuns(rows, p, rows.runs[p] + (m < 0 ? busyBeside - 1 : 1 - busyBeside))
  at[cell] = m
  const before = Math.max(0, last[p] - first[p] + 1)
  let from = Math.min(first[p], t)
  let to = Math.max(last[p], t)
  while (from <= to && at[cell - t + from] < 0) from++
  while (from <= to && at[cell - t + to] < 0) to--
  const span = Math.max(0, to - from + 1)
  setSpan(rows, p, span === 0 ? rows.slotCount + 1 : from, span === 0 ? 0 : to, idle[p] + span - before + (m < 0 ? 1 : -1))
}

/** Records from when to when p is busy now, with so many idle slots between. */
export function setSpan(rows: Rows, p: number, from: number, to: number, slots: number): void {
  const { first, last, idle, waiting, tally } = rows
  first[p] = from
  last[p] = to
  tally[WAITING] += waiting[slots] - waiting[idle[p]]
  idle[p] = slots
}

/** Records that the row of p now has so many runs. */
export function setRuns(rows: Rows, p: number, after: number): void {
  const { runs, unfair, tally, broken, brokenAt } = rows
  const before = runs[p]
  runs[p] = after
  tally[BREAKS] += Math.max(0, after - 1) - Math.max(0, before - 1)
  tally[UNFAIR] += unfair[after] - unfair[before]
  if (before > 1 === after > 1) return
  if (after > 1) {
    brokenAt[p] = tally[BROKEN]
    broken[tally[BROKEN]++] = p
  } else {
    const last = broken[--tally[BROKEN]]
    broken[brokenAt[p]] = last
    brokenAt[last] = brokenAt[p]
    brokenAt[p] = -1
  }
}

/** Has an idle slot between two meetings cost so much, in the unit of the search. */
export function priceWaits({ waiting, idle, tally }: Rows, price: number): void {
  if (waiting[1] === price) return
  waiting.forEach((_, slots) => {
    waiting[slots] = price * Math.min(slots, DEAR_WAITS)
  })
  tally[WAITING] = idle.reduce((sum, slots) => sum + waiting[slots], 0)
}

/**
 * Has everybody's breaks held between `least` and `least + fairness`, which is how the search sees the fairness rule: of all such
 * windows one has to hold the plan. A negative `fairness` means no rule.
 */
export function openWindow(rows: Rows, fairness: number, least: number): void {
  const { unfair, runs, tally } = rows
  for (let r = 0; r < unfair.length; r++) {
    const breaks = Math.max(0, r - 1)
    unfair[r] = fairness < 0 ? 0 : Math.max(0, breaks - least - fairness, least - breaks)
  }
  tally[UNFAIR] = runs.reduce((sum, r) => sum + unfair[r], 0)
}

function allowedSlots(problem: Problem, words: number): Int32Array {
  const { slotCount, meetingCount } = problem
  const domain = startDomains(problem)
  const allowed = new Int32Array(meetingCount * words)
  for (let m = 0; m < meetingCount; m++) {
    for (let s = 0; s < slotCount; s++) if (domain[m * slotCount + s] === 1) allowed[m * words + ((s + 1) >> 5)] |= 1 << ((s + 1) & 31)
  }
  return allowed
}

function orderRules(problem: Problem): { orderOffset: Int32Array; orderOther: Int32Array; orderSign: Int32Array } {
  const { earlier, later } = problem
  const both = new Int32Array(2 * earlier.length)
  for (let i = 0; i < earlier.length; i++) {
    both[2 * i] = earlier[i]
    both[2 * i + 1] = later[i]
  }
  const { offset, index } = grouped(problem.meetingCount, both)
  return { orderOffset: offset, orderOther: index.map((i) => both[i ^ 1]), orderSign: index.map((i) => ((i & 1) === 0 ? 1 : -1)) }
}

/** Counting sort: the positions of each value in `keys`, one group after the other. */
function grouped(count: number, keys: Int32Array): { offset: Int32Array; index: Int32Array } {
  const offset = new Int32Array(count + 1)
  for (const key of keys) offset[key + 1]++
  for (let k = 0; k < count; k++) offset[k + 1] += offset[k]
  const next = offset.slice()
  const index = new Int32Array(keys.length)
  keys.forEach((key, i) => {
    index[next[key]++] = i
  })
  return { offset, index }
}
