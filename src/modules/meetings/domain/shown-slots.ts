import { onTheClock } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { LocalTime } from '#platform/pure/local-time.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { Slot } from './event.ts'

/** The days that slots are on, and the one to show of them: the one asked for, or today, or the first that comes. Null without a day. */
export function shownDay(
  slots: readonly { readonly date: LocalDate }[],
  asked: string | null,
  today: LocalDate,
): { days: LocalDate[]; day: LocalDate | null } {
  const days = [...new Set(slots.map(({ date }) => date))]
  return { days, day: days.find((each) => each === asked) ?? days.find((each) => each >= today) ?? days[0] ?? null }
}

/** Slots as the clocks of the event show them. */
export function shownSlots(
  slots: readonly Slot[],
  zone: TimeZone,
): { id: string; date: LocalDate; from: LocalTime; to: LocalTime; stretch: number }[] {
  return slots.map(({ id, stretch, startsAt, endsAt }) => {
    const { date, time } = onTheClock({ instant: startsAt, zone })
    return { id, stretch, date, from: time, to: onTheClock({ instant: endsAt, zone }).time }
  })
}
