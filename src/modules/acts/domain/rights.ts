import { type Actor, hasRole } from '#platform/actor.ts'

/** Everyone of the organisation reads its acts; nobody else does: the database hides them. */
export function mayOpenAct(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator')
}

/** The assembly office supplies reference, meeting, chair and rapporteur: it writes in the head of the act too. */
export function mayChangeAct(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator', 'assembly')
}

/** Putting an act on the agenda, and recording what became of it. */
export function mayRecordDecision(actor: Actor): boolean {
  return hasRole(actor, 'assembly', 'administrator')
}

export function mayEditTemplates(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator', 'assembly')
}
