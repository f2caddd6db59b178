import { foldAccents } from '#platform/pure/text.ts'
import type { Profile } from './participant.ts'

export type AffinityReason =
  /** The other offers what one looks for. */
  | { readonly kind: 'offers_my_need'; readonly words: readonly string[] }
  /** The other looks for what one offers. */
  | { readonly kind: 'needs_my_offer'; readonly words: readonly string[] }
  | { readonly kind: 'same_sector'; readonly words: readonly string[] }
  | { readonly kind: 'no_common_language' }

/** Points of each reason, per word in common, but once for each kind. A person may read them: they are on the page that shows suggestions. */
export const affinityPoints = { offers_my_need: 3, needs_my_offer: 3, same_sector: 2, no_common_language: -1 } as const

type Described = Pick<Profile, 'sectors' | 'offers' | 'needs' | 'languages'>

/**
 * Why two participants might have something to say to each other, from what they wrote of themselves and nothing else. It ranks nobody and decides
 * nothing: people choose whom to ask.
 */
export function affinityOf(one: Described, other: Described): { readonly points: number; readonly reasons: readonly AffinityReason[] } {
  const reasons: AffinityReason[] = []
  const inCommon = (mine: readonly string[], theirs: readonly string[]) => {
    const known = new Set(mine.map(foldAccents))
    return theirs.filter((word) => known.has(foldAccents(word)))
  }
  for (const [kind, words] of [
    ['offers_my_need', inCommon(one.needs, other.offers)],
    ['needs_my_offer', inCommon(one.offers, other.needs)],
    ['same_sector', inCommon(one.sectors, other.sectors)],
  ] as const) {
    if (words.length > 0) reasons.push({ kind, words })
  }
  if (one.languages.length > 0 && other.languages.length > 0 && inCommon(one.languages, other.languages).length === 0) {
    reasons.push({ kind: 'no_common_language' })
  }
  return { points: reasons.reduce((sum, { kind }) => sum + affinityPoints[kind], 0), reasons }
}
