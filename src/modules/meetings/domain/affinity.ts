import { foldAccents } from '#platform/pure/text.ts'
import type { ShownProfile } from './company-profile.ts'
import { divisionOf } from './nomenclatures.ts'
import type { Profile } from './participant.ts'

/** Raised with any change of the points or of what counts as a reason: what was shown is kept with it. */
export const affinityVersion = 1

/** Points of each reason, once for each kind however many words it has. A person may read them: they are on the page that shows suggestions. */
export const affinityPoints = {
  /** The other offers what one looks for. */
  offers_my_need: 3,
  /** The other looks for what one offers. */
  needs_my_offer: 3,
  same_sector: 2,
  /** Codes of one division of a nomenclature. */
  same_trade: 2,
  /** The other is in a country where one sells, or would like to. */
  in_my_market: 2,
  /** One is in a country where the other does. */
  in_their_market: 2,
  same_stage: 1,
  /** A meeting of the two was held at an earlier event. */
  met_before: 3,
  /** Both were at an earlier event, and did not meet as far as one said. */
  same_event_before: 1,
  no_common_language: -1,
} as const

export type AffinityKind = keyof typeof affinityPoints
export type AffinityPoints = Readonly<Record<AffinityKind, number>>

/** `words`: what the two have in common, as the other wrote it; a division (« nace:62 »), a country or a stage by its code. */
export type AffinityReason = { readonly kind: AffinityKind; readonly words: readonly string[] }

/** One of two: of oneself all one wrote, of the other what it agreed to show. */
export type Described = Pick<Profile, 'country' | 'sectors' | 'offers' | 'needs' | 'languages'> &
  Pick<ShownProfile, 'sectorCodes' | 'stage' | 'markets'>

/** How two came across each other at an earlier event. */
export type EarlierContact = 'met_before' | 'same_event_before'

/**
 * Why two participants might have something to say to each other, from what they wrote of themselves, whether they came across each other before, and
 * nothing else: no wish plays a part. It ranks nobody and decides nothing: people choose whom to ask.
 */
export function affinityOf(one: Described, other: Described, earlier: EarlierContact | null = null): readonly AffinityReason[] {
  const inCommon = (mine: readonly string[], theirs: readonly string[]) => {
    const known = new Set(mine.map(foldAccents))
    return theirs.filter((word) => known.has(foldAccents(word)))
  }
  const divisions = ({ sectorCodes }: Described) => [...new Set(sectorCodes.map(divisionOf))]
  const countryAmong = ({ country }: Described, { markets }: Described) => (country !== null && markets.includes(country) ? [country] : [])
  const found: readonly (readonly [AffinityKind, readonly string[]])[] = [
    ['offers_my_need', inCommon(one.needs, other.offers)],
    ['needs_my_offer', inCommon(one.offers, other.needs)],
    ['same_sector', inCommon(one.sectors, other.sectors)],
    ['same_trade', inCommon(divisions(one), divisions(other))],
    // Who is at home somewhere has no market to find there.
    ['in_my_market', one.country === other.country ? [] : countryAmong(other, one)],
    ['in_their_market', one.country === other.country ? [] : countryAmong(one, other)],
    ['same_stage', one.stage !== null && one.stage === other.stage ? [one.stage] : []],
  ]
  const isMute = one.languages.length > 0 && other.languages.length > 0 && inCommon(one.languages, other.languages).length === 0
  return [
    ...found.flatMap(([kind, words]) => (words.length > 0 ? [{ kind, words }] : [])),
    ...(earlier ? [{ kind: earlier, words: [] }] : []),
    ...(isMute ? [{ kind: 'no_common_language' as const, words: [] }] : []),
  ]
}

export function pointsOf(reasons: readonly AffinityReason[], points: AffinityPoints = affinityPoints): number {
  return reasons.reduce((sum, { kind }) => sum + points[kind], 0)
}
