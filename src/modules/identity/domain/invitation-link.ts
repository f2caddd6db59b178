import type { AccountId, OrganisationId, Role } from '#platform/actor.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { InvitationId } from './membership.ts'

export const invitationDays = 7

/** An invitation as the holder of its link sees it. */
export type OpenedInvitation = {
  readonly invitationId: InvitationId
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly inviterName: string | null
  readonly state: 'open' | 'accepted' | 'withdrawn' | 'expired'
  /** The account that has this address already. */
  readonly accountId: AccountId | null
  readonly locale: Locale
}

export function invitationPath(token: string): string {
  return `/invitation/${token}`
}
