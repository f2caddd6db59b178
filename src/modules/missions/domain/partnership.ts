import type { OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { MissionId, PartnerRole } from './mission.ts'

export type PartnerInvitationId = Id<'partnerInvitation'>

/** What is invited to; the lead has its seat already. Twin of a CHECK of 0035_partner_invitations.sql. */
export const offeredRoles = ['co_organiser', 'partner', 'funder', 'host', 'support'] as const satisfies readonly PartnerRole[]
export type OfferedRole = (typeof offeredRoles)[number]

export const invitationStates = ['open', 'accepted', 'declined', 'revoked'] as const
export type InvitationState = (typeof invitationStates)[number]

/** A fortnight: an organisation asks its own people before it says yes. */
export const partnershipDays = 14

/** What an organisation is asked to be. `organisationName` is how the organiser calls it. */
export type Offer = {
  readonly role: OfferedRole
  readonly workstream: Localized
  /** A word of the organiser; empty when there is none. */
  readonly message: string
}

/** An invitation as the organisers follow it. */
export type PartnerInvitation = Offer & {
  readonly id: PartnerInvitationId
  readonly organisationName: string
  readonly invitedOrganisationId: OrganisationId | null
  readonly email: string | null
  readonly language: Locale
  readonly invitedAt: Instant
  readonly expiresAt: Instant
  readonly state: InvitationState
  readonly answeredAt: Instant | null
  /** Why it said no. */
  readonly reason: string | null
}

/** What is told before an answer: no more than a letter would say. */
export type Letter = Offer & {
  readonly inviterOrganisation: string
  readonly inviterName: string | null
  readonly title: Localized
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  readonly cities: readonly Localized[]
  readonly expiresAt: Instant
}

/** An invitation as whoever holds its link sees it. */
export type OpenedOffer = Letter & {
  readonly id: PartnerInvitationId
  readonly state: InvitationState | 'expired'
  readonly email: string
  readonly organisationName: string
  readonly invitedOrganisationId: OrganisationId | null
  readonly language: Locale
  readonly hasAccount: boolean
}

/** An invitation made to an organisation that works in Escale, as its own people find it there. */
export type ReceivedInvitation = Letter & { readonly id: PartnerInvitationId; readonly missionId: MissionId; readonly invitedAt: Instant }

export function partnershipPath(token: string): string {
  return `/partenariat/${token}`
}

/** An invitation nobody answered in time is over, though nothing was written. */
export function standingOf(
  { state, expiresAt }: Pick<PartnerInvitation, 'state' | 'expiresAt'>,
  now: Instant,
): InvitationState | 'expired' {
  return state === 'open' && expiresAt <= now ? 'expired' : state
}
