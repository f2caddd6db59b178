import type { Task } from '#platform/worker.ts'
import './domain/events.ts'
import { tellRequest } from './usecases/tell-request.ts'

/** Background tasks of visits. */
export const visitTasks: { readonly 'visits.tell-request': Task<'visits.tell-request'> } = {
  'visits.tell-request': (services, { requestId }, job) => job.asOwner((owner) => tellRequest(services, owner, requestId)),
}
