import type { Task } from '#platform/worker.ts'
import './domain/run-jobs.ts'
import { performRun } from './usecases/perform-run.ts'

/** Background tasks of the meetings: a plan is made in a worker, on threads of its own. */
export const meetingTasks: { readonly 'meetings.plan': Task<'meetings.plan'> } = {
  'meetings.plan': (services, { runId }, job) => job.asOwner((owner) => performRun(services, owner, runId, job.abortSignal)),
}
