import type { Task } from '#platform/worker.ts'
import './domain/tasks.ts'
import { forget } from './usecases/forget.ts'
import { promote, sendLetters, tellReceived } from './usecases/tell.ts'

/** Background tasks of registration: letters that leave once nobody undid the decision, and places that become free. */
export const registrationTasks: {
  readonly 'registration.forget': Task<'registration.forget'>
  readonly 'registration.promote': Task<'registration.promote'>
  readonly 'registration.send-letters': Task<'registration.send-letters'>
  readonly 'registration.tell-received': Task<'registration.tell-received'>
} = {
  'registration.forget': (services, _, job) => job.asOwner((owner) => forget(services, owner)),
  'registration.promote': (services, { missionId, organisationId }, job) =>
    job.asOwner((owner) => promote(services, owner, missionId, organisationId)),
  'registration.send-letters': (services, _, job) => job.asOwner((owner) => sendLetters(services, owner)),
  'registration.tell-received': (services, { applicationId }, job) => job.asOwner((owner) => tellReceived(services, owner, applicationId)),
}
