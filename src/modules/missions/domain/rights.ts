import { type Actor, hasRole, isInPerson } from '#platform/actor.ts'
import type { Partner } from './mission.ts'
import type { Task } from './task.ts'

/** The acting organisation's seat at a mission. */
export type Seat = Pick<Partner, 'organisationId' | 'role' | 'leftAt'>

export function mayCreateMission(actor: Actor): boolean {
  return hasRole(actor, 'officer', 'administrator')
}

/** The shared parts of a mission (title, legs, objectives, partners) belong to the lead and the co-organisers. */
export function mayChangeMission(actor: Actor, seats: readonly Seat[]): boolean {
  const seat = seatOf(actor, seats)
  return hasRole(actor, 'officer', 'administrator') && (seat?.role === 'lead' || seat?.role === 'co_organiser')
}

/** A partner leaves by the hand of its officers; the lead stays. */
export function mayLeaveMission(actor: Actor, seats: readonly Seat[]): boolean {
  const seat = seatOf(actor, seats)
  return hasRole(actor, 'officer') && seat !== undefined && seat.role !== 'lead'
}

/** To say yes or no binds an organisation: its officers and administrators do, in person. */
export function mayAnswerInvitation(actor: Actor): boolean {
  return actor.accountId !== null && hasRole(actor, 'officer', 'administrator')
}

/** Whoever works on a mission writes tasks for it; a reader reads them. */
export function mayWriteTask(actor: Actor, seats: readonly Seat[]): boolean {
  return hasRole(actor, 'officer', 'administrator', 'finance', 'assembly') && seatOf(actor, seats) !== undefined
}

/** Only the organisation that wrote a task changes what it says. */
export function mayChangeTask(actor: Actor, seats: readonly Seat[], task: Pick<Task, 'organisationId'>): boolean {
  return mayWriteTask(actor, seats) && task.organisationId === actor.organisationId
}

/** Whoever owes a task says that it is done, or whoever wrote it. */
export function mayCompleteTask(actor: Actor, seats: readonly Seat[], task: Pick<Task, 'organisationId' | 'ownerOrganisationId'>): boolean {
  return mayWriteTask(actor, seats) && [task.organisationId, task.ownerOrganisationId].includes(actor.organisationId)
}

/** Who does what in an organisation is for its administrators to settle. */
export function mayHandOver(actor: Actor): boolean {
  return actor.accountId !== null && hasRole(actor, 'administrator')
}

/** Whoever works on a mission speaks in it; a reader reads. A program has no voice. */
export function mayWriteMessage(actor: Actor, seats: readonly Seat[]): boolean {
  return actor.accountId !== null && mayWriteTask(actor, seats)
}

/** A contact of one's directory is shared by those who keep it. */
export function mayShareContact(actor: Actor, seats: readonly Seat[]): boolean {
  return hasRole(actor, 'officer', 'administrator') && seatOf(actor, seats) !== undefined
}

/** A partner's part is signed off by those who answer for it, in person. */
export function maySignOff(actor: Actor, seats: readonly Seat[]): boolean {
  return isInPerson(actor) && hasRole(actor, 'officer', 'administrator') && seatOf(actor, seats) !== undefined
}

/** What a partner keeps for itself: mandate, narrative. */
export function mayWriteOwnPart(actor: Actor, seats: readonly Seat[]): boolean {
  return hasRole(actor, 'officer', 'administrator', 'assembly') && seatOf(actor, seats) !== undefined
}

export function mayCloseAccounts(actor: Actor, seats: readonly Seat[]): boolean {
  return hasRole(actor, 'finance', 'administrator') && seatOf(actor, seats) !== undefined
}

function seatOf(actor: Actor, seats: readonly Seat[]): Seat | undefined {
  return seats.find((seat) => seat.organisationId === actor.organisationId && seat.leftAt === null)
}
