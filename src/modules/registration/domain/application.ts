import type { OrganisationId } from '#platform/actor.ts'
import { type MemberCategory, memberCategories } from '#platform/pure/delegation-words.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { LinkKind } from './link.ts'

export type ApplicationId = Id<'application'>

export { type MemberCategory as Category, memberCategories as categories }

/**
 * The way of an application. Twin of a CHECK of 0040_registration.sql.
 * `received` and `incomplete` wait for the sending organisation and for the applicant; `endorsed` and `waiting` for those who organise.
 */
export const applicationStates = [
  'draft',
  'unverified',
  'received',
  'incomplete',
  'endorsed',
  'waiting',
  'approved',
  'refused',
  'withdrawn',
] as const
export type ApplicationState = (typeof applicationStates)[number]

/** Who has to act next; nobody once it is over. */
export type NextHand = 'applicant' | 'sender' | 'organiser' | 'place' | null

const hands: Readonly<Record<ApplicationState, NextHand>> = {
  draft: 'applicant',
  unverified: 'applicant',
  received: 'sender',
  incomplete: 'applicant',
  endorsed: 'organiser',
  waiting: 'place',
  approved: null,
  refused: null,
  withdrawn: null,
}

export function nextHand(state: ApplicationState): NextHand {
  return hands[state]
}

/** States in which the applicant's own words may still change. */
export function isOpenToWords(state: ApplicationState): boolean {
  return state === 'draft' || state === 'unverified' || state === 'incomplete'
}

/** Answers to the questions of a category, by the name of the question. */
export type Answers = Readonly<Record<string, string>>

/** What an applicant writes. `capacity` is in their language. */
export type Words = {
  readonly language: Locale
  readonly givenName: string
  readonly familyName: string
  readonly category: MemberCategory | null
  readonly represents: string
  readonly capacity: string
  readonly email: string
  readonly phone: string
  readonly answers: Answers
}

/** An application as officers read it. */
export type Application = Omit<Words, 'email' | 'phone' | 'represents'> & {
  readonly id: ApplicationId
  readonly missionId: string
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly linkKind: LinkKind
  readonly state: ApplicationState
  readonly represents: string | null
  readonly createdAt: Instant
  readonly changedAt: Instant
  readonly submittedAt: Instant | null
  readonly verifiedAt: Instant | null
  readonly endorsedAt: Instant | null
  readonly waitingSince: Instant | null
  /** The place in the waiting list of its partner, from 1. */
  readonly waitingRank: number | null
  readonly decidedName: string | null
  readonly reason: string | null
  readonly memberId: string | null
}

/** How to reach someone: null for whoever is not of the organisation that sends them. */
export type ApplicationContact = { readonly email: string | null; readonly phone: string | null; readonly personId: string | null }

/** What a letter of the mission says to someone who has no account. */
export type MissionLetter = {
  readonly organisationName: string
  readonly title: Localized
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  readonly cities: readonly Localized[]
}

/** An application as its applicant sees it, by the secret of its page. */
export type OwnApplication = Omit<Words, 'email' | 'phone' | 'represents'> &
  MissionLetter & {
    readonly id: ApplicationId
    readonly missionId: string
    readonly state: ApplicationState
    readonly represents: string | null
    readonly email: string | null
    readonly phone: string | null
    readonly changedAt: Instant
    readonly submittedAt: Instant | null
    readonly verifiedAt: Instant | null
    readonly reason: string | null
    readonly waitingRank: number | null
    readonly organiserName: string
  }
