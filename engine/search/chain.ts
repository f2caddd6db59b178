import { DISORDER, disorderOf, EXCESS, type Rows, setRuns, setSpan } from './rows.ts'

/**
 * Kempe chains between two slots: the meetings reached from one person who sits in slot t and is idle in slot u, by going to
 * and fro between the two slots. Exchanging the two slots along the whole chain keeps every person in one place at a time, and
 * only the two people at its ends see their busy slots change; everyone between them merely swaps two meetings.
 * (A. B. Kempe, 1879; as a timetabling neighbourhood: Thompson & Dowsland, 1996, doi:10.1007/BF02601641.)
 */

/**
 * Walks the chain from person p, busy at t and idle at u. Writes its meetings into chain[0 .. length − 1] (those of even index
 * leave t, those of odd index leave u) and the person at the other end into chain[length].
 * @returns its length, or 0 when a meeting of it may not move or it grows beyond `limit`
 */
export function walkChain(
  at: Int32Array,
  endSum: Int32Array,
  allowed: Int32Array,
  words: number,
  stride: number,
  p: number,
  t: number,
  u: number,
  chain: Int32Array,
  limit: number,
): number {
  const toU = u >> 5
  const toT = t >> 5
  let person = p
  let length = 0
  for (;;) {
    let m = at[person * stride + t]
    if (m < 0) break
    if (((allowed[m * words + toU] >>> (u & 31)) & 1) === 0) return 0
    chain[length++] = m
    person = endSum[m] - person
    m = at[person * stride + u]
    if (m < 0) break
    if (((allowed[m * words + toT] >>> (t & 31)) & 1) === 0 || length >= limit) return 0
    chain[length++] = m
    person = endSum[m] - person
  }
  chain[length] = person
  return length
}

/** @returns by how many the runs of a row grow when its busy cell `from` moves to its idle cell `to`. */
export function runChange(at: Int32Array, base: number, from: number, to: number): number {
  const idleFrom = (at[base + from - 1] >>> 31) + (at[base + from + 1] >>> 31)
  const idleTo = (at[base + to - 1] >>> 31) + (at[base + to + 1] >>> 31)
  const beside = from - to === 1 || to - from === 1 ? 1 : 0
  return idleTo - idleFrom + beside
}

/** @returns the idle slots of a row once its busy cell `from` has moved to its idle cell `to`. */
export function idleAfter(at: Int32Array, base: number, first: number, last: number, idle: number, from: number, to: number): number {
  let begin = first
  let end = last
  if (from === begin)
    do begin++
    while (begin <= end && at[base + begin] < 0)
  if (from === end)
    do end--
    while (begin <= end && at[base + end] < 0)
  if (begin > end) return 0
  if (to < begin) begin = to
  else if (to > end) end = to
  return idle + (end - begin) - (last - first)
}

/** Exchanges slots t and u along a chain just walked from p, and keeps all counts of the rows in step. */
export function flipChain(rows: Rows, p: number, t: number, u: number, chain: Int32Array, length: number): void {
  const { at, stride, endSum, slotOf, tally, load, capacity } = rows
  const q = chain[length]
  const odd = (length & 1) === 1
  turnRow(rows, p, t, u)
  if (odd) turnRow(rows, q, t, u)
  else turnRow(rows, q, u, t)
  let person = p
  const ordered = rows.orderOther.length > 0
  for (let i = 0; i < length; i++) {
    swapCells(at, person * stride, t, u)
    const m = chain[i]
    person = endSum[m] - person
    const to = t + u - slotOf[m]
    if (ordered) tally[DISORDER] += disorderOf(rows, m, to) - disorderOf(rows, m, slotOf[m])
    slotOf[m] = to
  }
  swapCells(at, q * stride, t, u)
  if (odd) {
    if (load[t]-- > capacity[t]) tally[EXCESS]--
    if (load[u]++ >= capacity[u]) tally[EXCESS]++
  }
}

/** Counts one row as if its busy cell `from` had moved to `to`. */
function turnRow(rows: Rows, person: number, from: number, to: number): void {
  const { at, stride, first, last } = rows
  const base = person * stride
  const change = runChange(at, base, from, to)
  if (change !== 0) setRuns(rows, person, rows.runs[person] + change)
  const slots = idleAfter(at, base, first[person], last[person], rows.idle[person], from, to)
  let begin = Math.min(first[person], to)
  let end = Math.max(last[person], to)
  while (begin === from || (begin !== to && at[base + begin] < 0)) begin++
  while (end === from || (end !== to && at[base + end] < 0)) end--
  setSpan(rows, person, begin, end, slots)
}

/**
 * Walks the cycle through person p, busy at t and at u, into `chain`; exchanging the slots along it changes nobody's busy slots, only
 * whom people meet when.
 * @returns its length, or 0 when there is no such cycle or a meeting of it may not move
 */
export function walkCycle(rows: Rows, p: number, t: number, u: number, chain: Int32Array): number {
  const { at, endSum, allowed, words, stride } = rows
  let person = p
  let length = 0
  do {
    const m = at[person * stride + t]
    if (m < 0 || ((allowed[m * words + (u >> 5)] >>> (u & 31)) & 1) === 0) return 0
    chain[length++] = m
    person = endSum[m] - person
    const back = at[person * stride + u]
    if (back < 0 || ((allowed[back * words + (t >> 5)] >>> (t & 31)) & 1) === 0) return 0
    chain[length++] = back
    person = endSum[back] - person
  } while (person !== p)
  return length
}

/** Exchanges slots t and u along a cycle just walked from p. */
export function flipCycle(rows: Rows, p: number, t: number, u: number, chain: Int32Array, length: number): void {
  const { at, endSum, stride, slotOf, tally } = rows
  const ordered = rows.orderOther.length > 0
  let person = p
  for (let i = 0; i < length; i++) {
    const m = chain[i]
    swapCells(at, person * stride, t, u)
    person = endSum[m] - person
    const to = t + u - slotOf[m]
    if (ordered) tally[DISORDER] += disorderOf(rows, m, to) - disorderOf(rows, m, slotOf[m])
    slotOf[m] = to
  }
}

function swapCells(at: Int32Array, base: number, t: number, u: number): void {
  const m = at[base + t]
  at[base + t] = at[base + u]
  at[base + u] = m
}

/** @returns by how many broken order rules a chain changes when flipped; the plan is left as it was. */
export function disorderChange(rows: Rows, t: number, u: number, chain: Int32Array, length: number): number {
  const { orderOffset, slotOf } = rows
  let change = 0
  for (let i = 0; i < length; i++) {
    const m = chain[i]
    const to = t + u - slotOf[m]
    if (orderOffset[m] !== orderOffset[m + 1]) change += disorderOf(rows, m, to) - disorderOf(rows, m, slotOf[m])
    slotOf[m] = to
  }
  for (let i = 0; i < length; i++) slotOf[chain[i]] = t + u - slotOf[chain[i]]
  return change
}
