import { next32 } from '../random.ts'
import { flipChain, walkChain } from './chain.ts'
import { BREAK_PRICE, type Prices } from './prices.ts'
import { restRise, rowRise } from './rise.ts'
import type { Rows } from './rows.ts'

/**
 * Ejection chains of Kempe chains. When a row is closed by moving a meeting from one of its ends to the other, it is often the person at
 * the far end of the Kempe chain who gets a break: the move costs too much and is refused, and the search freezes, though a second, a
 * third or a fourth such move would close that row too. So a move that costs somewhat too much is made on trial; whoever it broke makes
 * the cheapest move that closes their own row, which may break somebody else, and so on until all moves together cost no more than is
 * allowed. If that never comes, all are undone. (S. Lin and B. W. Kernighan, 1973, doi:10.1287/opre.21.2.498; F. Glover, 1996,
 * doi:10.1016/0166-218X(94)00037-E.)
 */

/** What the first move may cost above what is allowed, and what all moves may while they are on trial. */
export const SURCHARGE = 1.5 * BREAK_PRICE
const CREDIT = 2 * BREAK_PRICE
/** Moves on trial at most. */
const DEPTH = 6
/** More than any moves cost. */
const TOO_MUCH = 1 << 28

/** Room to work in, allocated once. */
export type Scratch = {
  /** [meetingCount + 2] The Kempe chain last walked. */
  readonly chain: Int32Array
  /** [stride] First and last slot of each run of a row. */
  readonly runStart: Int32Array
  readonly runEnd: Int32Array
  /** [3 * DEPTH] Person, slot left and slot taken of each move on trial. */
  readonly trial: Int32Array
  /** [2] Slot left and slot taken of the cheapest move that closes a row. */
  readonly closing: Int32Array
  /** [1] Operations done in ejections, by the current call of `anneal`. */
  readonly work: Int32Array
}

export function scratchFor({ meetingCount, stride }: Rows): Scratch {
  return {
    chain: new Int32Array(meetingCount + 2),
    runStart: new Int32Array(stride),
    runEnd: new Int32Array(stride),
    trial: new Int32Array(3 * DEPTH),
    closing: new Int32Array(2),
    work: new Int32Array(1),
  }
}

/**
 * Tries what begins with the chain just walked from p between t and u, of so many meetings.
 * @param rise what flipping it costs: more than `patience`, which is what all may cost together
 * @returns what the moves that were made cost; above `patience` when they are undone
 */
export function eject(
  rows: Rows,
  prices: Prices,
  random: Int32Array,
  patience: number,
  scratch: Scratch,
  p: number,
  t: number,
  u: number,
  length: number,
  rise: number,
): number {
  const { at, endSum, allowed, words, stride, slotOf, runs } = rows
  const { chain, trial, closing, work } = scratch
  let total = rise
  let depth = 0
  while (total <= patience + CREDIT) {
    const q = chain[length]
    flipChain(rows, p, t, u, chain, length)
    work[0] += 4 + length
    if (total <= patience) return total
    trial[3 * depth] = p
    trial[3 * depth + 1] = t
    trial[3 * depth + 2] = u
    depth++
    if (depth === DEPTH || runs[q] < 2) break
    const came = (length & 1) === 1 ? u : t
    total += cheapestClosing(rows, prices, random, scratch, q, came, t + u - came)
    p = q
    t = closing[0]
    u = closing[1]
    if (total <= patience + CREDIT) length = walkChain(at, endSum, allowed, words, stride, p, t, u, chain, slotOf.length)
  }
  while (depth-- > 0) {
    p = trial[3 * depth]
    t = trial[3 * depth + 1]
    u = trial[3 * depth + 2]
    length = walkChain(at, endSum, allowed, words, stride, p, u, t, chain, slotOf.length)
    flipChain(rows, p, u, t, chain, length)
    work[0] += 4 + length
  }
  return TOO_MUCH
}

/**
 * Looks for the move from an end of a run of q to just outside a run that is good for the row of q and costs least in all, by chance among
 * equals. The move from `came` to `left`, which would undo the one before, is left out.
 * @returns its cost, with its slots in `closing`; `TOO_MUCH` when there is none
 */
function cheapestClosing(
  rows: Rows,
  prices: Prices,
  random: Int32Array,
  { chain, runStart, runEnd, closing, work }: Scratch,
  q: number,
  came: number,
  left: number,
): number {
  const { at, endSum, allowed, words, stride, slotOf, first, last, slotCount } = rows
  const base = q * stride
  const runCount = listRuns(at, base, first[q], last[q], runStart, runEnd)
  let least = TOO_MUCH
  let leastDrawn = TOO_MUCH
  for (let i = 0; i < 2 * runCount; i++) {
    const run = i >> 1
    const t = (i & 1) === 0 ? runStart[run] : runEnd[run]
    if ((i & 1) === 1 && t === runStart[run]) continue
    for (let j = 0; j < 2 * runCount; j++) {
      const u = (j & 1) === 0 ? runStart[j >> 1] - 1 : runEnd[j >> 1] + 1
      if (u < 1 || u > slotCount || at[base + u] >= 0 || (t === came && u === left)) continue
      const own = rowRise(rows, prices, q, t, u)
      work[0]++
      if (own >= 0) continue
      const length = walkChain(at, endSum, allowed, words, stride, q, t, u, chain, slotOf.length)
      work[0] += length
      if (length === 0) continue
      const rise = own + restRise(rows, prices, t, u, chain, length)
      const drawn = 8 * rise + (next32(random) & 7)
      if (drawn >= leastDrawn) continue
      leastDrawn = drawn
      least = rise
      closing[0] = t
      closing[1] = u
    }
  }
  return least
}

/** Lists the runs of a row between its first and last busy slot. @returns how many */
function listRuns(at: Int32Array, base: number, first: number, last: number, runStart: Int32Array, runEnd: Int32Array): number {
  let count = 0
  for (let t = first; t <= last; t++) {
    if (at[base + t] < 0) continue
    if (at[base + t - 1] < 0) runStart[count] = t
    if (at[base + t + 1] < 0) runEnd[count++] = t
  }
  return count
}
