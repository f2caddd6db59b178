import { foldAccents } from '#platform/pure/text.ts'
import { type LocalDate, compareDates } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { RequestFacts } from './request.ts'

export type CriterionId = Id<'visitCriterion'>

/** What a criterion looks at. Twin of a CHECK of 0045_visit_requests.sql. */
export const criterionKinds = ['country', 'city', 'topic', 'asker', 'size', 'known'] as const
export type CriterionKind = (typeof criterionKinds)[number]

/**
 * A reason, written by the organisation, for which a visit is or is not of interest.
 * `value`: a country (ISO 3166-1 alpha-2), a city, words of the subject separated by commas, a kind of asker, a least number of people; nothing for
 * `known`, which holds for those one has met before.
 */
export type Criterion = {
  readonly id: CriterionId
  readonly kind: CriterionKind
  readonly value: string
  readonly reason: Localized
  /** From -5 to 5, never 0. */
  readonly weight: number
  /** The partner the visit should then be offered to; empty for none. */
  readonly partner: string
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
}

export const interestLevels = ['strong', 'some', 'none'] as const
export type InterestLevel = (typeof interestLevels)[number]

export type Interest = {
  readonly level: InterestLevel
  readonly sum: number
  /** The criteria that hold, the heaviest first. */
  readonly reasons: readonly Criterion[]
  readonly partners: readonly string[]
}

type Asked = Pick<RequestFacts, 'country' | 'city' | 'topics' | 'purpose' | 'askerKind' | 'peopleCount'>

/**
 * What speaks for a visit, and against it, on a day. It proposes and never decides: the sum of the weights of the criteria that hold.
 * @param isKnown the organisation, or its city, was met before
 * @param strongFrom the least sum of a strong interest
 */
export function weighInterest(
  asked: Asked,
  criteria: readonly Criterion[],
  { isKnown, strongFrom, on }: { readonly isKnown: boolean; readonly strongFrom: number; readonly on: LocalDate },
): Interest {
  const reasons = criteria
    .filter((criterion) => isValid(criterion, on) && holds(criterion, asked, isKnown))
    .toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
  const sum = reasons.reduce((total, { weight }) => total + weight, 0)
  return {
    level: sum >= strongFrom ? 'strong' : sum > 0 ? 'some' : 'none',
    sum,
    reasons,
    partners: [...new Set(reasons.flatMap(({ partner, weight }) => (partner !== '' && weight > 0 ? [partner] : [])))],
  }
}

function isValid({ validFrom, validTo }: Criterion, on: LocalDate): boolean {
  return (validFrom === null || compareDates(validFrom, on) <= 0) && (validTo === null || compareDates(on, validTo) <= 0)
}

function holds({ kind, value }: Criterion, asked: Asked, isKnown: boolean): boolean {
  switch (kind) {
    case 'country':
      return asked.country === value
    case 'city':
      return fold(asked.city) === fold(value)
    case 'topic': {
      const said = ` ${words(`${asked.topics} ${asked.purpose}`)} `
      return value.split(',').some((word) => words(word) !== '' && said.includes(` ${words(word)} `))
    }
    case 'asker':
      return asked.askerKind === value
    case 'size':
      return asked.peopleCount !== null && asked.peopleCount >= Number(value)
    case 'known':
      return isKnown
  }
}

function fold(text: string): string {
  return foldAccents(text).trim().toLowerCase()
}

/** Whole words, so that « port » is not found in « transport ». */
function words(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The order of reading: the strongest interest first; of two that are worth the same, the one that has waited longer. */
export function inReadingOrder<
  Waiting extends { readonly interest: Pick<Interest, 'level'>; readonly request: { readonly receivedAt: string } },
>(waiting: readonly Waiting[]): Waiting[] {
  const rank = ({ interest }: Waiting) => interestLevels.indexOf(interest.level)
  return waiting.toSorted((one, other) => rank(one) - rank(other) || one.request.receivedAt.localeCompare(other.request.receivedAt))
}
