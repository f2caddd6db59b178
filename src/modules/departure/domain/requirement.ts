import type { AccountId, OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { MemberId } from '#modules/delegations/index.ts'

export type ItemId = Id<'departureItem'>

/** Each list here has its twin in a CHECK of 0050_readiness.sql. In the order of the board. */
export const requirementKinds = ['special_mandate', 'travel_order', 'insurance', 'passport', 'visa', 'vaccination'] as const
export type RequirementKind = (typeof requirementKinds)[number]

export const requirementStates = ['to_do', 'done', 'not_needed'] as const
export type RequirementState = (typeof requirementStates)[number]

export const needs = ['required', 'advised', 'not_required'] as const
export type Need = (typeof needs)[number]

/** What is kept neither as a copy nor as a file: identity documents, and health. A date and a reference prove enough. */
export const withoutCopies: ReadonlySet<RequirementKind> = new Set(['passport', 'vaccination'])

/** What one person must have, for a country or in general, before one departure. */
export type RequirementKey = { readonly memberId: MemberId; readonly kind: RequirementKind; readonly country: string | null }

export type Requirement = RequirementKey & {
  readonly dueOn: LocalDate
  readonly state: RequirementState
  readonly doneOn: LocalDate | null
  readonly reference: string
  readonly fileId: Id<'file'> | null
  readonly because: string | null
  readonly ownerAccountId: AccountId | null
  readonly ownerName: string | null
  /** 0 as long as nobody touched it: the rules alone say that it is to do. */
  readonly version: number
}

/** A passport that was told, against what a country asks: whether it lasts long enough, and never until when. */
export type PassportTerm = { readonly country: string; readonly validUntil: LocalDate; readonly isLongEnough: boolean }

/** How many people of one partner travel, and how many of them have nothing left to do. The room reads no more than this. */
export type PartnerReadiness = { readonly organisationId: OrganisationId; readonly personCount: number; readonly readyCount: number }

/** `memberId:kind:country`, as a form names it. */
export function nameOf({ memberId, kind, country }: RequirementKey): string {
  return `${memberId}:${kind}:${country ?? ''}`
}

/** `kind:country`: what a column of the board is about. */
export function columnOf({ kind, country }: Pick<RequirementKey, 'kind' | 'country'>): string {
  return `${kind}:${country ?? ''}`
}
