import { type Actor, hasRole } from '#platform/actor.ts'

/** Everyone of the organisation reads its register; nobody else does: the database hides it. */
export function mayKeepAgreements(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator')
}

/** The assembly office proves the vote and the transmission; officers record the rest of a life, and these too. */
export function mayRecordStep(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator', 'assembly')
}
