import { type Instant, atLocalTime } from '#platform/pure/instant.ts'
import { type LocalDate, addDays, addMonths } from '#platform/pure/local-date.ts'
import type { LocalTime } from '#platform/pure/local-time.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { Stage } from './survey.ts'

/** Letters leave in the morning of the city where one met. */
const morning = '09:00' as LocalTime
/** A link lasts that long: the next stage asks the same figures again. */
export const surveyDays = 45
/** Days after the first letter on which whoever has not answered is reminded. */
export const reminderDays = [7, 21] as const

/** The day on which a stage is asked, from the last day of the meetings. */
export function stageDay(stage: Stage, lastDay: LocalDate): LocalDate {
  return stage === 'week' ? addDays(lastDay, 7) : addMonths(lastDay, Number(stage.slice('months'.length)))
}

/** When a stage opens and closes, on the clocks of the meetings. */
export function stageTerm(stage: Stage, lastDay: LocalDate, zone: TimeZone): { readonly opensAt: Instant; readonly closesAt: Instant } {
  const day = stageDay(stage, lastDay)
  return { opensAt: morningOf(day, zone), closesAt: morningOf(addDays(day, surveyDays), zone) }
}

/** The reminder that is due to somebody asked on that day and reminded that many times; null when none is. */
export function isReminderDue(askedOn: LocalDate, reminders: number, zone: TimeZone, now: Instant): boolean {
  const days = reminderDays[reminders]
  return days !== undefined && now >= morningOf(addDays(askedOn, days), zone)
}

function morningOf(day: LocalDate, zone: TimeZone): Instant {
  const at = atLocalTime(day, morning, zone, 'first')
  if (at.ok) return at.value.instant
  return at.problem.code === 'time_skipped' ? at.problem.suggested.instant : at.problem.first.instant
}
