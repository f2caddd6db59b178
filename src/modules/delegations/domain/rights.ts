import { type Actor, hasRole } from '#platform/actor.ts'
import type { Partner } from '#modules/missions/index.ts'

/** The acting organisation's seat at a mission; those of the others do not matter here. */
type Seat = Pick<Partner, 'organisationId' | 'leftAt'>

/** Each partner writes its own sub-delegation, and nobody writes another's, not even the lead. */
export function mayChangeDelegation(actor: Actor, seats: readonly Seat[]): boolean {
  return (
    hasRole(actor, 'officer', 'administrator') && seats.some((seat) => seat.organisationId === actor.organisationId && seat.leftAt === null)
  )
}

/** Addresses and telephone numbers serve those who prepare the journey; a reader has no use for them (GDPR article 5(1)(c)). */
export function mayReadContacts(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator')
}
