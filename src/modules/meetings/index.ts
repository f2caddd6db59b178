export {
  readScheduleInstance,
  scheduleInstance,
  type ScheduleNews,
  type ScheduleTerms,
  type Solution,
} from './usecases/schedule-instance.ts'
export type { EventId } from './domain/event.ts'
export type { ParticipantId } from './domain/participant.ts'
export { listEvents } from './sql/setup.ts'
export { listReceivedRequests } from './sql/wishes.ts'
export { listCircles } from './sql/setup.ts'
export { addCircle, addResource, addSpots, createEvent, layOutDays } from './usecases/set-up-event.ts'
export { addParticipant, addParticipants, type Newcomer, type ProfileWords, sayAway } from './usecases/write-participant.ts'
export { answerRequests, makeWishes } from './usecases/make-wishes.ts'
export { applyRun } from './usecases/apply-run.ts'
export { performRun } from './usecases/perform-run.ts'
export { requestRun } from './usecases/request-run.ts'
export { countPlan, listRuns } from './sql/plans.ts'
