import { type Actor, hasRole } from '#platform/actor.ts'
import type { Mission, Partner } from '#modules/missions/index.ts'
import type { Application } from './application.ts'
import type { Hand } from './decision.ts'

type Seat = Pick<Partner, 'organisationId' | 'role' | 'leftAt'>

/** Links and applications are the work of officers; in them are answers and addresses that a reader has no use for. */
export function mayHandleApplications(actor: Actor, seats: readonly Seat[]): boolean {
  return hasRole(actor, 'officer', 'administrator') && seatOf(actor, seats) !== undefined
}

/** How many each partner may bring is settled by those who organise the mission. */
export function mayChangeQuotas(actor: Actor, seats: readonly Seat[]): boolean {
  return hasRole(actor, 'officer', 'administrator') && isOrganiser(actor, seats)
}

/** For which destinations passports are needed is settled by those who organise the mission. */
export const mayAskPassports = mayChangeQuotas

/** Who reads them is the choice of the organisation that leads, and of no other. */
export function mayNameReaders(actor: Actor, { leadOrganisationId, partners }: Pick<Mission, 'leadOrganisationId' | 'partners'>): boolean {
  return mayHandleApplications(actor, partners) && leadOrganisationId === actor.organisationId
}

/** Whose turn an application may be, as far as this actor goes. */
export function handIn(actor: Actor, seats: readonly Seat[], { organisationId }: Pick<Application, 'organisationId'>): Hand {
  const mayHandle = mayHandleApplications(actor, seats)
  return { isSender: mayHandle && organisationId === actor.organisationId, isOrganiser: mayHandle && isOrganiser(actor, seats) }
}

function isOrganiser(actor: Actor, seats: readonly Seat[]): boolean {
  const role = seatOf(actor, seats)?.role
  return role === 'lead' || role === 'co_organiser'
}

function seatOf(actor: Actor, seats: readonly Seat[]): Seat | undefined {
  return seats.find((seat) => seat.organisationId === actor.organisationId && seat.leftAt === null)
}
