import { type Actor, hasRole } from '#platform/actor.ts'
import type { Plan } from './plan.ts'

/** Everyone of the organisation reads its strategy; nobody else does: the database hides it. */
export function mayKeepStrategy(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator')
}

/** Whether its pages offer to change it: an archived strategy is only read. */
export function mayChangePlan(actor: Actor, { archivedOn }: Pick<Plan, 'archivedOn'>): boolean {
  return mayKeepStrategy(actor) && archivedOn === null
}
