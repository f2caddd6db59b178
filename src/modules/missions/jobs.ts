import type { Task } from '#platform/worker.ts'
import './domain/room-jobs.ts'
import { tellAnswer, tellInvited } from './usecases/tell-invitations.ts'

/** Background tasks of the room: each writes to people of one organisation, in their language. */
export const missionTasks: {
  readonly 'missions.tell-invited': Task<'missions.tell-invited'>
  readonly 'missions.tell-answer': Task<'missions.tell-answer'>
} = {
  'missions.tell-invited': (services, { invitationId }, job) => job.asOwner((owner) => tellInvited(services, owner, invitationId)),
  'missions.tell-answer': (services, { invitationId }, job) => job.asOwner((owner) => tellAnswer(services, owner, invitationId)),
}
