import type { CardKind } from './merge.ts'

/** Why two cards may be one, the strongest first. Each has its sentence. */
export const reasons = ['identifier', 'email', 'phone', 'website', 'name', 'script', 'swapped_names', 'alike'] as const
export type Reason = (typeof reasons)[number]

export type Pair = {
  readonly kind: CardKind
  readonly one: { readonly id: string; readonly name: string }
  readonly other: { readonly id: string; readonly name: string }
  readonly why: readonly Reason[]
}

/** The strongest reasons first, then the most of them. */
export function inOrderOfDoubt(pairs: readonly Pair[]): Pair[] {
  const rank = ({ why }: Pair) => Math.min(...why.map((reason) => reasons.indexOf(reason)))
  return pairs
    .map((pair) => ({ ...pair, why: reasons.filter((reason) => pair.why.includes(reason)) }))
    .toSorted((a, b) => rank(a) - rank(b) || b.why.length - a.why.length || (a.one.name < b.one.name ? -1 : 1))
}
