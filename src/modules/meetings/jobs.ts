import type { Task } from '#platform/worker.ts'
import './domain/run-jobs.ts'
import './domain/survey-jobs.ts'
import { forgetSuggestions } from './sql/suggestions.ts'
import { sendSurveys, sendSurveysAgain } from './usecases/send-surveys.ts'
import { tellChanges } from './usecases/tell-changes.ts'
import { performRun } from './usecases/perform-run.ts'

/** Background tasks of the meetings: a plan is made in a worker, on threads of its own; those whose day changes are told; companies are asked what came of it; what is kept too long is forgotten. */
export const meetingTasks: {
  readonly 'meetings.plan': Task<'meetings.plan'>
  readonly 'meetings.tell-changes': Task<'meetings.tell-changes'>
  readonly 'meetings.send-surveys': Task<'meetings.send-surveys'>
  readonly 'meetings.forget-suggestions': Task<'meetings.forget-suggestions'>
  readonly 'meetings.send-survey-again': Task<'meetings.send-survey-again'>
} = {
  'meetings.tell-changes': (services, { eventId, changes }, job) => job.asOwner((owner) => tellChanges(services, owner, eventId, changes)),
  'meetings.plan': (services, { runId }, job) => job.asOwner((owner) => performRun(services, owner, runId, job.abortSignal)),
  'meetings.forget-suggestions': ({ now }, _, job) => job.asOwner((owner) => forgetSuggestions(owner, now())),
  'meetings.send-surveys': (services, _, job) => job.asOwner((owner) => sendSurveys(services, owner)),
  'meetings.send-survey-again': (services, { surveyIds }, job) => job.asOwner((owner) => sendSurveysAgain(services, owner, surveyIds)),
}
