import { type Actor, hasRole } from '#platform/actor.ts'

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
