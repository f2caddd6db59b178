import { below } from '../random.ts'
import { flipChain, walkChain } from './chain.ts'
import { energy } from './energy.ts'
import type { Prices } from './prices.ts'
import { clear, isAllowed, place, type Rows, UNPLACED } from './rows.ts'

/**
 * Unplaces a random meeting when that costs at most `patience`. Chains alone do not reach every plan, since meetings of few slots
 * block them: while there is no plan, hot coolings make room this way.
 */
export function tryRemove(rows: Rows, prices: Prices, random: Int32Array, patience: number): void {
  const m = below(random, rows.meetingCount)
  const t = rows.slotOf[m]
  if (t === 0) return
  const before = energy(rows, prices)
  clear(rows, m)
  if (energy(rows, prices) - before > patience) place(rows, m, t)
}

/**
 * Tries to place an unplaced meeting at a random slot, and keeps the result when it costs at most `patience` more than before.
 * Whoever is busy there first tries to get out of the way along a Kempe chain; otherwise the meeting in the way is unplaced.
 * @returns the cost gained (negative) or lost; 0 when refused
 */
export function tryInsert(rows: Rows, prices: Prices, random: Int32Array, patience: number, chain: Int32Array): number {
  const { at, ends, stride, slotCount, slotOf } = rows
  const m = rows.unplaced[below(random, rows.tally[UNPLACED])]
  const t = 1 + below(random, slotCount)
  if (!isAllowed(rows, m, t)) return 0
  const before = energy(rows, prices)
  const a = ends[2 * m]
  const b = ends[2 * m + 1]
  const gentle = (random[0] & 3) !== 0
  const movedA = gentle ? stepAside(rows, a, b, t, random, chain) : 0
  const movedB = gentle ? stepAside(rows, b, a, t, random, chain) : 0
  const outA = at[a * stride + t]
  if (outA >= 0) clear(rows, outA)
  const outB = at[b * stride + t]
  if (outB >= 0) clear(rows, outB)
  place(rows, m, t)
  const change = energy(rows, prices) - before
  if (change <= patience) return change
  clear(rows, m)
  if (outB >= 0) place(rows, outB, t)
  if (outA >= 0) place(rows, outA, t)
  if (movedB > 0) stepBack(rows, b, t, movedB, chain)
  if (movedA > 0) stepBack(rows, a, t, movedA, chain)
  return 0

  function isIdle(p: number, slot: number): boolean {
    return at[p * stride + slot] < 0
  }

  /** Moves what p does at t to a random idle slot of p, unless that would make `other` busy at t. @returns that slot, or 0. */
  function stepAside(rows: Rows, p: number, other: number, t: number, random: Int32Array, chain: Int32Array): number {
    if (isIdle(p, t)) return 0
    const u = 1 + below(random, slotCount)
    if (!isIdle(p, u)) return 0
    const length = walkChain(at, rows.endSum, rows.allowed, rows.words, stride, p, t, u, chain, slotOf.length)
    if (length === 0 || chain[length] === other) return 0
    flipChain(rows, p, t, u, chain, length)
    return u
  }

  /** Undoes `stepAside`. */
  function stepBack(rows: Rows, p: number, t: number, u: number, chain: Int32Array): void {
    const length = walkChain(at, rows.endSum, rows.allowed, rows.words, stride, p, u, t, chain, slotOf.length)
    flipChain(rows, p, u, t, chain, length)
  }
}
