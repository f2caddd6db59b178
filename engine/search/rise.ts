import { disorderChange, idleAfter, runChange } from './chain.ts'
import { BREAK_PRICE, type Prices } from './prices.ts'
import type { Rows } from './rows.ts'

/** @returns what it costs the row of p alone when its busy cell `from` moves to its idle cell `to`. */
export function rowRise(rows: Rows, prices: Prices, p: number, from: number, to: number): number {
  const { at, stride, runs, unfair, waiting, idle, first, last } = rows
  const base = p * stride
  const change = runChange(at, base, from, to)
  const r = runs[p]
  const wait = idleAfter(at, base, first[p], last[p], idle[p], from, to)
  return change * BREAK_PRICE + waiting[wait] - waiting[idle[p]] + (unfair[r + change] - unfair[r]) * prices.unfair
}

/** @returns what flipping a chain just walked, from a person busy at t and idle at u, costs beside the row of that person. */
export function restRise(rows: Rows, prices: Prices, t: number, u: number, chain: Int32Array, length: number): number {
  const { load, capacity } = rows
  const q = chain[length]
  let rise = 0
  if ((length & 1) === 1) {
    rise = rowRise(rows, prices, q, t, u)
    if (load[t] > capacity[t]) rise -= prices.excess
    if (load[u] >= capacity[u]) rise += prices.excess
  } else rise = rowRise(rows, prices, q, u, t)
  if (rows.orderOther.length > 0) rise += prices.disorder * disorderChange(rows, t, u, chain, length)
  return rise
}
