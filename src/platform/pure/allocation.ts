import { assert, ok, refused, type Outcome } from './outcome.ts'

export type AllocationProblem = { readonly code: 'weights_all_zero' }

/**
 * Shares an amount by weights, to the cent: the parts always add up to the amount. Each part is its
 * exact quota rounded down or up by less than one cent; the cents left go to the largest remainders,
 * the first in order among equals (Hamilton's method). A zero weight gets nothing. A negative
 * amount is shared as its opposite, so that a reversal cancels each part.
 * `weights` are whole and not negative: scale percentages (33.5 % is 335n of 1000n).
 * @refuses weights_all_zero, also for an empty list
 */
export function allocate(cents: bigint, weights: readonly bigint[]): Outcome<bigint[], AllocationProblem> {
  assert(
    weights.every((weight) => weight >= 0n),
    'weights are not negative',
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  if (total === 0n) return refused({ code: 'weights_all_zero' })

  const sign = cents < 0n ? -1n : 1n
  const magnitude = cents * sign
  const parts = weights.map((weight) => (magnitude * weight) / total)
  const remainders = weights.map((weight) => (magnitude * weight) % total)
  const left = Number(magnitude - parts.reduce((sum, part) => sum + part, 0n))
  const favoured = new Set(indexesByRemainder(remainders).slice(0, left))
  return ok(parts.map((part, index) => sign * (favoured.has(index) ? part + 1n : part)))
}

function indexesByRemainder(remainders: readonly bigint[]): number[] {
  const compare = (a: bigint, b: bigint) => (a === b ? 0 : a > b ? -1 : 1)
  return [...remainders.keys()].sort((i, j) => compare(remainders[i] ?? 0n, remainders[j] ?? 0n) || i - j)
}

/** Equal parts, the first ones a cent larger when it does not divide: 100 cents by 3 is 34, 33, 33. */
export function splitEvenly(cents: bigint, partCount: number): bigint[] {
  assert(Number.isInteger(partCount) && partCount > 0, 'an amount is split into at least one part')
  const parts = allocate(
    cents,
    Array.from({ length: partCount }, () => 1n),
  )
  assert(parts.ok, 'equal weights are not all zero')
  return parts.value
}
