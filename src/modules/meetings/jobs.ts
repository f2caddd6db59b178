import type { Task } from '#platform/worker.ts'
import './domain/run-jobs.ts'
import { tellChanges } from './usecases/tell-changes.ts'
import { performRun } from './usecases/perform-run.ts'

/** Background tasks of the meetings: a plan is made in a worker, on threads of its own; those whose day changes are told. */
export const meetingTasks: {
  readonly 'meetings.plan': Task<'meetings.plan'>
  readonly 'meetings.tell-changes': Task<'meetings.tell-changes'>
} = {
  'meetings.tell-changes': (services, { eventId, changes }, job) => job.asOwner((owner) => tellChanges(services, owner, eventId, changes)),
  'meetings.plan': (services, { runId }, job) => job.asOwner((owner) => performRun(services, owner, runId, job.abortSignal)),
}
