import { onTheClock } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { LocalTime } from '#platform/pure/local-time.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { Slot } from './event.ts'

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
