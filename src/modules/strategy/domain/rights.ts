import { type Actor, hasRole } from '#platform/actor.ts'

/** Everyone of the organisation reads its strategy; nobody else does: the database hides it. */
export function mayKeepStrategy(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator')
}
