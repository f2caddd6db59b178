import { type OrganisationId, type Role } from '#platform/actor.ts'
import type { OpenedOffer } from './partnership.ts'

type Membership = { readonly organisationId: OrganisationId; readonly organisationName: string; readonly roles: readonly Role[] }

/** Who holds the link, as far as the page knows. */
export type Holder = {
  readonly account: { readonly email: string } | null
  readonly organisationId: OrganisationId | null
  readonly memberships: readonly Membership[]
}

/** In which way the holder of a link may accept. */
export type OfferStanding =
  | { readonly kind: 'sign_in' | 'newcomer' | 'needs_membership' | 'factor_due' }
  | { readonly kind: 'other_account'; readonly email: string }
  | {
      readonly kind: 'member'
      /** The organisation one acts for. */
      readonly acting: string | null
      readonly isInvited: boolean
      readonly mayAccept: boolean
      /** Others of one's organisations that could accept. */
      readonly others: readonly Membership[]
      readonly mayFound: boolean
    }

/**
 * An invitation to an organisation that works in Escale is answered by its officers, whatever their address. Any other is for one
 * address: the link proves the mailbox, and a session of another address proves nothing about it.
 */
export function decideStanding(
  { invitedOrganisationId, email, hasAccount }: Pick<OpenedOffer, 'invitedOrganisationId' | 'email' | 'hasAccount'>,
  { account, organisationId, memberships }: Holder,
): OfferStanding {
  if (!account) {
    if (hasAccount) return { kind: 'sign_in' }
    return { kind: invitedOrganisationId ? 'needs_membership' : 'newcomer' }
  }
  if (!invitedOrganisationId && account.email !== email) return { kind: 'other_account', email: account.email }
  const able = memberships.filter(
    (membership) =>
      membership.roles.some((role) => role === 'officer' || role === 'administrator') &&
      (invitedOrganisationId === null || membership.organisationId === invitedOrganisationId),
  )
  if (invitedOrganisationId && !memberships.some((membership) => membership.organisationId === invitedOrganisationId))
    return { kind: 'needs_membership' }
  if (memberships.length > 0 && organisationId === null) return { kind: 'factor_due' }
  const acting = memberships.find((membership) => membership.organisationId === organisationId)
  return {
    kind: 'member',
    acting: acting?.organisationName ?? null,
    isInvited: invitedOrganisationId === null || invitedOrganisationId === organisationId,
    mayAccept: able.some((membership) => membership.organisationId === organisationId),
    others: able.filter((membership) => membership.organisationId !== organisationId),
    mayFound: invitedOrganisationId === null,
  }
}
