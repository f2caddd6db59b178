import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Localized, languagesOf } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { plainSpaces } from '#platform/pure/spaces.ts'
import type { Affiliation } from './person.ts'

export type AffiliationDraft = {
  readonly capacity: Localized
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  readonly protocolRank?: number | null
}

export type AffiliationProblem = { readonly code: 'capacity_missing' | 'ends_before_it_starts' | 'held_already' }

/**
 * What someone becomes, beside what they are for the same organisation (`others`). Several capacities at once are the rule
 * among elected members; the same one twice at once is a mistake.
 * @refuses capacity_missing, ends_before_it_starts, held_already
 */
export function decideAffiliation(
  draft: AffiliationDraft,
  others: readonly AffiliationDraft[],
): Outcome<Required<AffiliationDraft>, AffiliationProblem> {
  const capacity: Localized = Object.fromEntries(
    languagesOf(draft.capacity).map((language) => [language, plainSpaces(draft.capacity[language] ?? '')]),
  )
  if (Object.keys(capacity).length === 0) return refused({ code: 'capacity_missing' })
  if (draft.startsOn !== null && draft.endsOn !== null && draft.endsOn < draft.startsOn) return refused({ code: 'ends_before_it_starts' })
  const decided = { capacity, startsOn: draft.startsOn, endsOn: draft.endsOn, protocolRank: draft.protocolRank ?? null }
  return others.some((other) => isSameCapacity(other, decided) && overlaps(other, decided))
    ? refused({ code: 'held_already' })
    : ok(decided)
}

function isSameCapacity(a: AffiliationDraft, b: AffiliationDraft): boolean {
  const words = (localized: Localized) => JSON.stringify(languagesOf(localized).map((language) => [language, localized[language]]))
  return words(a.capacity) === words(b.capacity)
}

function overlaps(a: Pick<Affiliation, 'startsOn' | 'endsOn'>, b: Pick<Affiliation, 'startsOn' | 'endsOn'>): boolean {
  const startsAfter = (one: typeof a, other: typeof a) => one.startsOn !== null && other.endsOn !== null && one.startsOn > other.endsOn
  return !startsAfter(a, b) && !startsAfter(b, a)
}
