import { type Actor, hasRole, type OrganisationId } from '#platform/actor.ts'
import type { Partner } from '#modules/missions/index.ts'

/** The acting organisation's seat at a mission. */
export type Seat = Pick<Partner, 'organisationId' | 'leftAt'>

/** A payer writes its own ledger, for a mission it still takes part in. */
export function mayRecordExpenses(actor: Actor, seats: readonly Seat[]): boolean {
  return hasRole(actor, 'finance', 'officer', 'administrator') && hasSeat(actor, seats)
}

/** Only the organisation that paid may reverse its line: a partner reads a shared one and no more. */
export function mayReverseExpense(actor: Actor, seats: readonly Seat[], expense: { readonly organisationId: OrganisationId }): boolean {
  return mayRecordExpenses(actor, seats) && expense.organisationId === actor.organisationId
}

function hasSeat(actor: Actor, seats: readonly Seat[]): boolean {
  return seats.some((seat) => seat.organisationId === actor.organisationId && seat.leftAt === null)
}
