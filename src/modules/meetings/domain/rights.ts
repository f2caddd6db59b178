import { type Actor, hasRole } from '#platform/actor.ts'
import type { Partner } from '#modules/missions/index.ts'

type Seat = Pick<Partner, 'organisationId' | 'role' | 'leftAt'>

/** The lead and the co-organisers set events up, read every wish, plan and apply. */
export function mayOrganiseMeetings(actor: Actor, seats: readonly Seat[]): boolean {
  const role = seatOf(actor, seats)?.role
  return hasRole(actor, 'officer', 'administrator') && (role === 'lead' || role === 'co_organiser')
}

/** Every partner brings participants. */
export function mayBringParticipants(actor: Actor, seats: readonly Seat[]): boolean {
  return hasRole(actor, 'officer', 'administrator') && seatOf(actor, seats) !== undefined
}

/** A participant is written by who brings it, and by the organisers. */
export function mayWriteParticipant(actor: Actor, seats: readonly Seat[], keptBy: string): boolean {
  return mayOrganiseMeetings(actor, seats) || (mayBringParticipants(actor, seats) && keptBy === actor.organisationId)
}

function seatOf(actor: Actor, seats: readonly Seat[]): Seat | undefined {
  return seats.find((seat) => seat.organisationId === actor.organisationId && seat.leftAt === null)
}
