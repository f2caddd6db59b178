/**
 * A lower bound by prices. Let everyone pay for each busy slot a price that depends on the slot, and give back what all the
 * seats at its tables would have paid; then everyone may choose the cheapest row alone, and no plan has fewer breaks than that
 * costs (Lagrangian relaxation, Held and Karp, DOI 10.1007/BF01584070). Tables too few for break-free rows show at once, where
 * cores over forty people do not: tic-13crafc, 4 of 4 breaks in 0.1 s.
 * Prices are integers in units of 1/SCALE of a break, so the bound is exact whatever the search for prices does.
 */
import type { Problem } from '../problem.ts'
import { cheapestRow, createRowTables, FAR, rowRules } from './cheapest-row.ts'

/** Units of a price in one break. */
const SCALE = 5040
/** Rounds without progress before the steps become smaller, how much smaller, and when they are too small. */
const STALE_ROUNDS = 12
const SHORTER = 0.7
const SMALLEST = 0.02

/**
 * Searches for the best prices by a subgradient method; yields the work done, in cells visited, after every round.
 * @returns `alone`: the breaks nobody can avoid, each person alone; `together`: the same with the tables, at least `alone`;
 * `alone` is [person], and null when somebody has no row at all or the tables are too few for any rows
 */
export function* priceTables(
  problem: Problem,
  domain: Uint8Array,
  meetingsOf: readonly (readonly number[])[],
): Generator<number, { readonly alone: Int32Array; readonly together: number } | null> {
  const { slotCount, personCount } = problem
  const rules = rowRules(problem, domain, meetingsOf)
  const tables = createRowTables(slotCount, meetingsOf)
  const cells = meetingsOf.reduce((sum, meetings) => sum + (meetings.length + 1) * slotCount, 0)
  const price = new Float64Array(slotCount)
  const bestPrice = new Float64Array(slotCount)
  const units = new Int32Array(slotCount)
  const load = new Int32Array(slotCount)
  const alone = new Int32Array(personCount)
  // A break stands between two meetings: a bound above this is a proof that there is no plan.
  const mostBreaks = meetingsOf.reduce((sum, meetings) => sum + Math.max(0, meetings.length - 1), 0)
  let best = -Infinity
  let stale = 0
  for (let stride = 1; stride > SMALLEST;) {
    let value = 0
    for (let t = 0; t < slotCount; t++) {
      units[t] = Math.round(price[t])
      value -= units[t] * 2 * problem.poolCapacity[t]
    }
    load.fill(0)
    for (let p = 0; p < personCount; p++) {
      const cost = cheapestRow(rules, tables, p, units, load, SCALE)
      if (cost >= FAR) return null
      if (best === -Infinity) alone[p] = cost / SCALE
      value += cost
    }
    if (value > best) {
      if (value > best + 1) stale = 0
      best = value
      bestPrice.set(price)
    } else if (++stale > STALE_ROUNDS) {
      stale = 0
      stride *= SHORTER
      price.set(bestPrice)
    }
    if (best > mostBreaks * SCALE) return null
    if (!step(problem, price, load, (Math.floor(best / SCALE) + 1.5) * SCALE - value, stride)) break
    yield cells
  }
  return { alone, together: Math.ceil(best / SCALE) }
}

/** A subgradient step against what exceeds the seats (Polyak). @returns false when the prices cannot be improved */
function step({ poolCapacity, slotCount }: Problem, price: Float64Array, load: Int32Array, gap: number, stride: number): boolean {
  let norm = 0
  for (let t = 0; t < slotCount; t++) {
    const excess = load[t] - 2 * poolCapacity[t]
    if (excess > 0 || price[t] > 0) norm += excess * excess
  }
  if (norm === 0) return false
  const pace = (stride * gap) / norm
  for (let t = 0; t < slotCount; t++) price[t] = Math.max(0, price[t] + pace * (load[t] - 2 * poolCapacity[t]))
  return true
}
