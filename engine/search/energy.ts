import { BREAKS, DISORDER, EXCESS, type Rows, UNFAIR, UNPLACED } from './rows.ts'

/** What each fault of the plan in the making costs, in the unit of the search; a break costs `BREAK_PRICE`. */
export type Prices = { excess: number; unplaced: number; disorder: number; unfair: number }

/** Price of a break: the other prices, and temperatures, are multiples or fractions of it. */
export const BREAK_PRICE = 8

/** @returns what the whole plan costs. */
export function energy(rows: Rows, prices: Prices): number {
  const { tally } = rows
  return BREAK_PRICE * tally[BREAKS] + faults(rows, prices)
}

/** @returns what the plan pays for being none yet: 0 exactly when it is feasible. */
export function faults(rows: Rows, prices: Prices): number {
  const { tally } = rows
  return (
    prices.excess * tally[EXCESS] + prices.unplaced * tally[UNPLACED] + prices.disorder * tally[DISORDER] + prices.unfair * tally[UNFAIR]
  )
}
