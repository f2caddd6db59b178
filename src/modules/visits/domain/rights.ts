import { type Actor, hasRole } from '#platform/actor.ts'
import type { Partner } from '#modules/missions/index.ts'

/** Requests hold the names and addresses of people who wrote to the organisation: those who answer them read them. */
export function mayReadRequests(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator')
}

/** To answer a request binds the organisation. */
export function mayTriage(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator')
}

/** The address, the criteria and the letters of the organisation. */
export function mayArrangeDesk(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator')
}

type Seat = Pick<Partner, 'organisationId' | 'role' | 'leftAt'>

/** Slots, and who the visitors are, are for the organisers to write. */
export function mayArrangeReception(actor: Actor, seats: readonly Seat[]): boolean {
  const role = seatOf(actor, seats)?.role
  return hasRole(actor, 'officer', 'administrator') && (role === 'lead' || role === 'co_organiser')
}

/** Every partner claims slots, greets, and remembers what was promised. */
export function mayTakePart(actor: Actor, seats: readonly Seat[]): boolean {
  return hasRole(actor, 'officer', 'administrator') && seatOf(actor, seats) !== undefined
}

/** The register of gifts is kept by those who prepare the visits; every member of the organisation reads it. */
export function mayKeepGifts(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator')
}

/** What a foreign title is worth is for the protocol of the organisation to say; every member reads it. */
export function mayKeepTitles(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator')
}

function seatOf(actor: Actor, seats: readonly Seat[]): Seat | undefined {
  return seats.find((seat) => seat.organisationId === actor.organisationId && seat.leftAt === null)
}
