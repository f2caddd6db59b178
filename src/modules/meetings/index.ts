export {
  readScheduleInstance,
  scheduleInstance,
  type ScheduleNews,
  type ScheduleTerms,
  type Solution,
} from './usecases/schedule-instance.ts'
