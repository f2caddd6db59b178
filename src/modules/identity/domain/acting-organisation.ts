import type { OrganisationId } from '#platform/actor.ts'
import type { Deputyship, Membership } from '#platform/web.ts'

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

/** In whose name a session acts: the chosen one, for as long as that stands. Then it falls back to its own. */
export function actingDeputyship(session: {
  readonly deputyshipId: string | null
  readonly deputyships: readonly Deputyship[]
}): Deputyship | null {
  return session.deputyships.find(({ deputyshipId }) => deputyshipId === session.deputyshipId) ?? null
}

/** Administrators hold the keys of the house: two factors, except for the fictitious people of the demonstration (ANSSI-PG-078 v2). */
export function isSecondFactorDue(membership: Membership, session: Pick<Session, 'isDemo' | 'hasSecondFactor'>): boolean {
  return membership.roles.includes('administrator') && !session.isDemo && !session.hasSecondFactor
}
