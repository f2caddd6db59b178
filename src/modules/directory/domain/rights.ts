import { type Actor, hasRole, isInPerson } from '#platform/actor.ts'
import type { Organisation } from './organisation.ts'

/** Every member reads the directory; officers and administrators keep it. */
export function mayKeepDirectory(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator')
}

/** Reading a card is one thing, taking all of them away another: the same people as those who keep them, in person. */
export const mayExportDirectory = (actor: Actor): boolean => isInPerson(actor) && mayKeepDirectory(actor)

/** Giving someone everything one keeps of them, or erasing it: for administrators, who answer for it. */
export const mayErase = (actor: Actor): boolean => hasRole(actor, 'administrator')

/** Only cards one keeps. An organisation that works in Escale edits itself in its settings. */
export function mayChangeOrganisation(actor: Actor, organisation: Pick<Organisation, 'keptBy' | 'isWorkspace'>): boolean {
  return mayKeepDirectory(actor) && organisation.keptBy === actor.organisationId && !organisation.isWorkspace
}
