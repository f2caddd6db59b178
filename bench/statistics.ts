/** The middle of repeated measures, and the quarters below and above which lie the others. */
export type Spread = { readonly low: number; readonly median: number; readonly high: number }

/** Medians, because a shared machine now and then takes ten times as long for no reason of ours. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other)
  return { low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) }
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? Number.NaN
  return below + (above - below) * (at - Math.floor(at))
}

/** Half of the measures lie further apart than this share of their middle: something else was running. */
const steadyShare = 0.35

export function isUnsteady({ low, median, high }: Spread): boolean {
  return (high - low) / median > steadyShare
}
