import type { Task } from '#platform/worker.ts'
import './domain/room-jobs.ts'
import { remindTasks } from './usecases/remind-tasks.ts'
import { tellMessage } from './usecases/tell-message.ts'
import { tellAnswer, tellInvited } from './usecases/tell-invitations.ts'

/** Background tasks of the room: each writes to people of one organisation, in their language. */
export const missionTasks: {
  readonly 'missions.remind-tasks': Task<'missions.remind-tasks'>
  readonly 'missions.tell-invited': Task<'missions.tell-invited'>
  readonly 'missions.tell-message': Task<'missions.tell-message'>
  readonly 'missions.tell-answer': Task<'missions.tell-answer'>
} = {
  'missions.remind-tasks': (services, _, job) => job.asOwner((owner) => remindTasks(services, owner)),
  'missions.tell-invited': (services, { invitationId }, job) => job.asOwner((owner) => tellInvited(services, owner, invitationId)),
  'missions.tell-message': (services, { messageId }, job) => job.asOwner((owner) => tellMessage(services, owner, messageId)),
  'missions.tell-answer': (services, { invitationId }, job) => job.asOwner((owner) => tellAnswer(services, owner, invitationId)),
}
