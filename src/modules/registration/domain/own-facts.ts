import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { plainSpaces } from '#platform/pure/spaces.ts'
import type { ChangeState, MemberFacts } from '#modules/delegations/index.ts'

/** What a traveller corrects of what stands in the list. `capacity` is in their language. */
export type FactsDraft = { readonly givenName: string; readonly familyName: string; readonly capacity: string; readonly represents: string }

export type OwnRequest = {
  readonly id: string
  readonly askedAt: Instant
  readonly was: MemberFacts
  readonly becomes: MemberFacts
  readonly state: ChangeState
  readonly reason: string | null
}

/** What stands of them in the list, after which day it changes by request, and what they asked. */
export type OwnFacts = {
  readonly facts: MemberFacts
  readonly language: Locale
  readonly frozenOn: LocalDate | null
  readonly requests: readonly OwnRequest[]
}

export type OwnFactsProblem = { readonly fields: Partial<Record<keyof FactsDraft, 'required'>> }

/** Tidies them. Someone of a company keeps representing somebody. @refuses required, by field */
export function decideFacts(typed: FactsDraft, needsOrganisation: boolean): Outcome<FactsDraft, OwnFactsProblem> {
  const tidied: FactsDraft = {
    givenName: plainSpaces(typed.givenName),
    familyName: plainSpaces(typed.familyName),
    capacity: plainSpaces(typed.capacity),
    represents: plainSpaces(typed.represents),
  }
  const needed: readonly (keyof FactsDraft)[] = ['givenName', 'familyName', ...(needsOrganisation ? (['represents'] as const) : [])]
  const missing = needed.filter((field) => tidied[field] === '')
  return missing.length > 0 ? refused({ fields: Object.fromEntries(missing.map((field) => [field, 'required'])) }) : ok(tidied)
}
