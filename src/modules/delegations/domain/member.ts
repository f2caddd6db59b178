import type { OrganisationId } from '#platform/actor.ts'
import { type MemberCategory, memberCategories } from '#platform/pure/delegation-words.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { Localized } from '#platform/pure/localized.ts'

export type MemberId = Id<'member'>

export { type MemberCategory, memberCategories }

/** Each list of a member has its twin in a CHECK of 0006_delegations_budget.sql; a test compares them. */
export const memberFunctions = ['head', 'deputy', 'protocol', 'member'] as const
export type MemberFunction = (typeof memberFunctions)[number]

/** Someone withdrawn stays written: what they did before stays true. */
export const memberStates = ['registered', 'withdrawn'] as const
export type MemberState = (typeof memberStates)[number]

/**
 * The legal person for whom someone travels. `id` is its name folded (no case, accents or double spaces): two members who
 * write the same name represent one organisation. A company is one that sent someone as such.
 */
export type Represented = { readonly id: string; readonly name: string; readonly isCompany: boolean }

/** What every partner of the mission reads about someone who travels. */
export type Member = {
  readonly id: MemberId
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly givenName: string
  readonly familyName: string
  readonly category: MemberCategory
  readonly capacity: Localized
  /** As written; null for someone who travels for the partner itself, or for nobody but themselves. */
  readonly represents: string | null
  /** `represents`, else the partner itself for its elected members and staff. */
  readonly represented: Represented | null
  readonly function: MemberFunction
  readonly isMissionHead: boolean
  readonly state: MemberState
  readonly version: number
}

/** How to reach someone: read and written by the partner that sends them, by nobody else. */
export type MemberContact = { readonly email: string | null; readonly phone: string | null; readonly notes: string | null }

export const noContact: MemberContact = { email: null, phone: null, notes: null }
