import { type Actor, hasRole } from '#platform/actor.ts'

/** Everyone of the organisation reads what it keeps of a city; the database hides it from all others. */
export function mayKeepRelations(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator')
}
