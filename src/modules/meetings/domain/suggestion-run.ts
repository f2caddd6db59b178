import type { Instant } from '#platform/pure/instant.ts'
import { type AffinityKind, type AffinityReason, type Described, affinityPoints, affinityVersion } from './affinity.ts'

/** What weighed in one pair, for the company to which it is shown. */
export type SuggestedPair = { readonly otherId: string; readonly reasons: readonly AffinityReason[] }

/** What is shown to a company, with all it came from. Weights are a list: the names of their kinds are data, and no keys. */
export type Suggestions = {
  readonly version: number
  readonly weights: readonly { readonly kind: AffinityKind; readonly points: number }[]
  /** What the company had written of itself. */
  readonly own: Described
  /** How many it was compared with. */
  readonly compared: number
  /** Those it has something in common with, in the order of ids: no door to the page plays a part. */
  readonly pairs: readonly SuggestedPair[]
}

/** The same as it was kept. `shownName` is null when the company looked by its link. */
export type SuggestionRun = Suggestions & { readonly number: number; readonly shownAt: Instant; readonly shownName: string | null }

/** The weights in force. */
export const affinityWeights: Suggestions['weights'] = Object.entries(affinityPoints).map(([kind, points]) => ({
  kind: kind as AffinityKind,
  points,
}))

/** What is kept of suggestions: of oneself all that could weigh, of the others nothing but what weighed. */
export function suggestionsOf(
  { country, sectors, offers, needs, languages, sectorCodes, stage, markets }: Described,
  others: readonly { readonly id: string; readonly reasons: readonly AffinityReason[] }[],
): Suggestions {
  return {
    version: affinityVersion,
    weights: affinityWeights,
    own: { country, sectors, offers, needs, languages, sectorCodes, stage, markets },
    compared: others.length,
    pairs: others
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ id, reasons }) => ({ otherId: id, reasons }))
      .sort((a, b) => (a.otherId < b.otherId ? -1 : 1)),
  }
}

/** The points of a reason in a run, by the weights that were in force. */
export function weightIn({ weights }: Pick<Suggestions, 'weights'>, kind: AffinityKind): number {
  return weights.find((weight) => weight.kind === kind)?.points ?? 0
}

export function pointsIn(run: Pick<Suggestions, 'weights'>, { reasons }: SuggestedPair): number {
  return reasons.reduce((sum, { kind }) => sum + weightIn(run, kind), 0)
}
