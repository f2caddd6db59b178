import type { OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'

export const consentKinds = ['email', 'phone'] as const
export type ConsentKind = (typeof consentKinds)[number]

export type ParticipantId = Id<'meetingParticipant'>

/** What a company says of itself, and how many meetings are meant for it. */
export type Profile = {
  readonly circleId: string
  readonly name: string
  readonly city: string
  readonly country: string | null
  readonly sectors: readonly string[]
  readonly offers: readonly string[]
  readonly needs: readonly string[]
  /** ISO 639-1, those its people can meet in. */
  readonly languages: readonly string[]
  readonly target: number
  readonly meetingQuota: number
  readonly requestQuota: number
  readonly externalKey: string | null
}

export type Participant = Profile & {
  readonly id: ParticipantId
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly version: number
}

export type RepresentativeDraft = {
  readonly givenName: string
  readonly familyName: string
  readonly job: string
  readonly email: string | null
  readonly phone: string | null
  /** What the other side of a meeting may be shown. */
  readonly consents: readonly ConsentKind[]
}

/** `email` and `phone` are null for whoever may not read them. `memberId`: who it was said to be in the delegation. */
export type Representative = RepresentativeDraft & {
  readonly id: string
  readonly participantId: string
  readonly memberId: string | null
  readonly version: number
}
