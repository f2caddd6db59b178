// The door of `escale schedule`: the engine and nothing of the house, so that it starts at once and needs no database.
export {
  readScheduleInstance,
  scheduleInstance,
  type ScheduleNews,
  type ScheduleTerms,
  type Solution,
} from './usecases/schedule-instance.ts'
