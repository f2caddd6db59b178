/** A fact of an instance, in its own names; slots are from 1. */
export type NamedFact =
  | {
      readonly kind: 'meeting'
      readonly meeting: string
      readonly participants: readonly [string, string]
      /** Where its session or fixed slot leaves it; null when anywhere. */
      readonly slots: readonly number[] | null
    }
  | { readonly kind: 'away'; readonly participant: string; readonly slots: readonly number[] }
  | { readonly kind: 'order'; readonly earlier: string; readonly later: string }
  | { readonly kind: 'tables'; readonly tables: number }
  | { readonly kind: 'fairness'; readonly difference: number }

export type NamedWait = {
  readonly participant: string
  readonly slots: readonly number[]
  readonly before: string
  readonly after: string
}

/** Why an answer is what it is. */
export type Explanation =
  | { readonly kind: 'waits'; readonly waits: readonly NamedWait[] }
  | {
      readonly kind: 'conflict'
      readonly facts: readonly NamedFact[]
      /** Whether each of the facts is needed for the conflict. */
      readonly isMinimal: boolean
    }
  | {
      readonly kind: 'most held'
      readonly held: number
      readonly dropped: readonly string[]
      /** Whether no plan holds more. */ readonly isMost: boolean
    }

/** Slots as one reads them: `1–3, 5`. */
export function slotRanges(slots: readonly number[]): string {
  const sorted = [...slots].sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const slot of sorted) {
    const last = runs.at(-1)
    if (last && slot === last[1] + 1) last[1] = slot
    else runs.push([slot, slot])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}
