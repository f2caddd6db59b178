import { type Actor, hasRole } from '#platform/actor.ts'
import type { Partner } from '#modules/missions/index.ts'

type Seat = Pick<Partner, 'organisationId' | 'leftAt'>

/** Links, revocations and contacts are of those who prepare the journey, for their own members. */
export function mayRunPockets(actor: Actor, seats: readonly Seat[]): boolean {
  return hasRole(actor, 'officer', 'administrator') && takesPart(actor, seats)
}

/** Receipts are for those who keep the ledger. */
export function mayAnswerReceipts(actor: Actor, seats: readonly Seat[]): boolean {
  return hasRole(actor, 'finance', 'officer', 'administrator') && takesPart(actor, seats)
}

function takesPart(actor: Actor, seats: readonly Seat[]): boolean {
  return seats.some(({ organisationId, leftAt }) => organisationId === actor.organisationId && leftAt === null)
}
