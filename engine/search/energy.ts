import { BREAK_PRICE, type Prices } from './prices.ts'
import { BREAKS, DISORDER, EXCESS, type Rows, UNFAIR, UNPLACED, WAITING } from './rows.ts'

/** @returns what the whole plan costs. */
export function energy(rows: Rows, prices: Prices): number {
  const { tally } = rows
  return BREAK_PRICE * tally[BREAKS] + tally[WAITING] + faults(rows, prices)
}

/** @returns what the plan pays for being none yet: 0 exactly when it is feasible. */
export function faults(rows: Rows, prices: Prices): number {
  const { tally } = rows
  return (
    prices.excess * tally[EXCESS] + prices.unplaced * tally[UNPLACED] + prices.disorder * tally[DISORDER] + prices.unfair * tally[UNFAIR]
  )
}
