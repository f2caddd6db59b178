import type { OrganisationId } from '#platform/actor.ts'
import type { Membership } from '#platform/web.ts'

type Session = {
  readonly isDemo: boolean
  readonly hasSecondFactor: boolean
  readonly organisationId: OrganisationId | null
  readonly memberships: readonly Membership[]
}

/**
 * The organisation a session acts for: the chosen one while the account is still a member of it, else the first.
 * Null when there is none, and while a second factor is due: nothing of an organisation is reached before it.
 */
export function actingMembership(session: Session): Membership | null {
  const chosen = session.memberships.find((membership) => membership.organisationId === session.organisationId) ?? session.memberships[0]
  return chosen && !isSecondFactorDue(chosen, session) ? chosen : null
}

/** Administrators hold the keys of the house: two factors, except for the fictitious people of the demonstration (ANSSI-PG-078 v2). */
export function isSecondFactorDue(membership: Membership, session: Pick<Session, 'isDemo' | 'hasSecondFactor'>): boolean {
  return membership.roles.includes('administrator') && !session.isDemo && !session.hasSecondFactor
}
