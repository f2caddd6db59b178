import { type Actor, hasRole } from '#platform/actor.ts'
import type { Partner } from '#modules/missions/index.ts'

type Seat = Pick<Partner, 'organisationId' | 'role' | 'leftAt'>

/** Every partner proposes: items, venues, travel times, and the sectors of its own members. */
export function mayPropose(actor: Actor, seats: readonly Seat[]): boolean {
  return hasRole(actor, 'officer', 'administrator') && seatOf(actor, seats) !== undefined
}

/** A partner changes what it brought; the lead and the co-organisers change everything. */
export function mayChangeWhatWasBrought(actor: Actor, seats: readonly Seat[], broughtBy: string): boolean {
  return mayArrange(actor, seats) || (mayPropose(actor, seats) && broughtBy === actor.organisationId)
}

/** Tracks, releases and going back to an older release are the organisers'. */
export function mayArrange(actor: Actor, seats: readonly Seat[]): boolean {
  const role = seatOf(actor, seats)?.role
  return hasRole(actor, 'officer', 'administrator') && (role === 'lead' || role === 'co_organiser')
}

function seatOf(actor: Actor, seats: readonly Seat[]): Seat | undefined {
  return seats.find((seat) => seat.organisationId === actor.organisationId && seat.leftAt === null)
}
