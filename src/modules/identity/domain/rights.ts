import { type Actor, hasRole } from '#platform/actor.ts'

/** Members, invitations, keys and settings are in the hands of administrators; every member may see who the colleagues are. */
export function mayManageMembers(actor: Actor): boolean {
  return actor.accountId !== null && hasRole(actor, 'administrator')
}

export function mayManageKeys(actor: Actor): boolean {
  return actor.accountId !== null && hasRole(actor, 'administrator')
}

export function maySetOrganisation(actor: Actor): boolean {
  return actor.accountId !== null && hasRole(actor, 'administrator')
}
