import type { OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { MemberCategory, MemberId } from './member.ts'

export type ChangeRequestId = Id<'changeRequest'>

/** Each list has its twin in a CHECK of 0044_freeze.sql. */
export const changeKinds = ['change', 'substitution'] as const
export type ChangeKind = (typeof changeKinds)[number]

export const askers = ['applicant', 'partner'] as const
export type Asker = (typeof askers)[number]

/** `replaced`: a newer request about the same person took its place. */
export const changeStates = ['open', 'accepted', 'refused', 'replaced'] as const
export type ChangeState = (typeof changeStates)[number]

/** What every partner reads of someone, and what the annexed list says. */
export type MemberFacts = {
  readonly givenName: string
  readonly familyName: string
  readonly category: MemberCategory
  readonly capacity: Localized
  readonly represents: string | null
}

export const factFields = [
  'givenName',
  'familyName',
  'category',
  'capacity',
  'represents',
] as const satisfies readonly (keyof MemberFacts)[]
export type FactField = (typeof factFields)[number]

/** The day after which a delegation changes by request; null while it does not. */
export type Freeze = { readonly frozenOn: LocalDate; readonly version: number }

/** What somebody asks to change of one member, once the delegation is frozen. */
export type ChangeRequest = {
  readonly id: ChangeRequestId
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly memberId: MemberId
  readonly kind: ChangeKind
  readonly askedBy: Asker
  readonly askedName: string
  readonly askedAt: Instant
  readonly was: MemberFacts
  readonly becomes: MemberFacts
  readonly state: ChangeState
  readonly reason: string | null
  readonly decidedName: string | null
  readonly decidedAt: Instant | null
}

/** Changes of that very day still apply at once. */
export function isFrozen(freeze: { readonly frozenOn: LocalDate | null } | null, today: LocalDate): boolean {
  return freeze !== null && freeze.frozenOn !== null && freeze.frozenOn < today
}

export function factsOf({ givenName, familyName, category, capacity, represents }: MemberFacts): MemberFacts {
  return { givenName, familyName, category, capacity, represents }
}

/** The fields that differ, in the order of the form. Two texts in several languages are the same when each of their languages is. */
export function changedFields(was: MemberFacts, becomes: MemberFacts): FactField[] {
  return factFields.filter((field) => canonical(was[field]) !== canonical(becomes[field]))
}

function canonical(value: MemberFacts[FactField]): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(Object.entries(value).toSorted()) : JSON.stringify(value)
}
