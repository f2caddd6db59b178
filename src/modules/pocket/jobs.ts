import type { Task } from '#platform/worker.ts'
import './domain/jobs.ts'
import { queueInvitations } from './usecases/queue-invitations.ts'

/** After a release, or once someone asks for it: the calendars that are told by mail. */
export const pocketTasks: { readonly 'pocket.queue-invitations': Task<'pocket.queue-invitations'> } = {
  'pocket.queue-invitations': (services, { missionId }, job) => job.asOwner((owner) => queueInvitations(services, owner, missionId)),
}
