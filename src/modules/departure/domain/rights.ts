import { type Actor, hasRole } from '#platform/actor.ts'
import type { Partner } from '#modules/missions/index.ts'

type Seat = Pick<Partner, 'organisationId' | 'role' | 'leftAt'>

/** Who prepares the journey of one's own people reads and writes what each still needs (GDPR article 5(1)(c)). */
export function mayPrepare(actor: Actor, seats: readonly Seat[]): boolean {
  return hasRole(actor, 'officer', 'administrator') && seatOf(actor, seats) !== undefined
}

/** The register of travel orders is read by who prepares them and by who answers for them. */
export function mayReadRegister(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator', 'assembly', 'finance')
}

/** What an organisation asks of its people, and who signs for it. */
export function maySetRules(actor: Actor): boolean {
  return actor.accountId !== null && hasRole(actor, 'administrator')
}

function seatOf(actor: Actor, seats: readonly Seat[]): Seat | undefined {
  return seats.find((seat) => seat.organisationId === actor.organisationId && seat.leftAt === null)
}
