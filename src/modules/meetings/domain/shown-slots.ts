import { type Instant, dateIn, onTheClock } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { LocalTime } from '#platform/pure/local-time.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { EventLeg, Slot } from './event.ts'
import { cityOf } from './legs.ts'

export type LinkSlot = Pick<Slot, 'id' | 'startsAt' | 'endsAt' | 'timeZone'> & { readonly city: Localized | null }

/** A day is in one city, on its clocks. */
export type ShownDay = Pick<ShownSlot, 'date' | 'city' | 'zone'>

/** The days that slots are on, and the one to show of them: the one asked for, or today, or the first that comes. Null without a day. */
export function shownDay(
  slots: readonly Pick<ShownSlot, 'date' | 'city' | 'zone'>[],
  asked: string | null,
  now: Instant,
): { days: ShownDay[]; day: ShownDay | null } {
  const days = [...Map.groupBy(slots, ({ date }) => date).values()].flatMap(([first]) =>
    first ? [{ date: first.date, city: first.city, zone: first.zone }] : [],
  )
  return {
    days,
    day: days.find(({ date }) => date === asked) ?? days.find(({ date, zone }) => date >= dateIn(zone, now)) ?? days[0] ?? null,
  }
}

/** A slot on the clocks of its city, which is named when the event is held in several. */
export type SlotInWords = {
  readonly id: string
  readonly date: LocalDate
  readonly from: LocalTime
  readonly to: LocalTime
  readonly zone: TimeZone
  readonly city: Localized | null
}
export type ShownSlot = SlotInWords & { readonly stretch: number }

export function shownSlots(slots: readonly Slot[], legs: readonly EventLeg[]): ShownSlot[] {
  return slots.map((slot) => ({ stretch: slot.stretch, ...shownToHolder({ ...slot, city: cityOf(legs, slot.legId) }) }))
}

/** The same of a slot as the holder of a link reads it. */
export function shownToHolder({ id, startsAt, endsAt, timeZone: zone, city }: LinkSlot): SlotInWords {
  const { date, time } = onTheClock({ instant: startsAt, zone })
  return { id, date, from: time, to: onTheClock({ instant: endsAt, zone }).time, zone, city }
}
