import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { MemberCategory } from '#modules/delegations/index.ts'
import type { Need, RequirementKind } from './requirement.ts'

/** What is asked until an organisation decides otherwise. `source` is the text it comes from. */
export type DefaultRule = {
  readonly kind: RequirementKind
  readonly isOfDestination: boolean
  readonly categories: readonly MemberCategory[]
  readonly noticeDays: number
  readonly source: string
}

/** The day from which the months a passport must stay valid are counted. Twin of a CHECK of 0053_passport_validity.sql. */
export const validityStarts = ['arrival', 'return'] as const
export type ValidityStart = (typeof validityStarts)[number]

/** What a country asks of the nationals of another, while it is so. */
export type CountryRule = {
  readonly country: string
  readonly kind: RequirementKind
  readonly need: Need
  readonly words: Localized
  readonly source: string
  readonly validFrom: LocalDate
  readonly validUntil: LocalDate | null
  /** How long a passport must stay valid; null for anything else. */
  readonly validityMonths: number | null
  readonly validityFrom: ValidityStart | null
}

/** What an organisation decides for its own people; null leaves the default. */
export type OwnRule = {
  readonly id: string
  readonly kind: RequirementKind
  readonly country: string | null
  readonly isAsked: boolean
  readonly categories: readonly MemberCategory[] | null
  readonly noticeDays: number | null
}
