import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#platform/pure/instant.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'

/** From one moment on, clocks of a zone are this much ahead of UTC. `local` is what they showed just before. */
type Observance = { readonly local: string; readonly from: number; readonly to: number }

/** Long enough to meet the last two changes of clocks, where there is summer time. */
const lookBack = { hours: 24 * 400 }

/**
 * The rules of a zone between two moments, as a VTIMEZONE (RFC 5545, 3.6.5): every change of its clocks in that time, those of the year before and the
 * next. Calendars that know the zone by its name use their own rules; the others have all they need. Changes are dated one by one: no rule of
 * recurrence outlives a law.
 */
export function zoneRules(zone: TimeZone, from: Instant, to: Instant): ICAL.Component {
  const component = new ICAL.Component('vtimezone')
  component.addPropertyWithValue('tzid', zone)
  for (const observance of observancesOf(zone, from, to)) component.addSubcomponent(written(observance))
  return component
}

function observancesOf(zone: TimeZone, from: Instant, to: Instant): Observance[] {
  const start = Temporal.Instant.from(from)
  const changes = changesOf(zone, start, Temporal.Instant.from(to))
  const [first] = changes
  if (first && Temporal.Instant.compare(first.toInstant(), start) <= 0) return changes.map(observanceAt)
  const minutes = minutesOf(start.toZonedDateTimeISO(zone))
  return [{ local: '1970-01-01T00:00:00', from: minutes, to: minutes }, ...changes.map(observanceAt)]
}

/** From more than a year before until the first after. Forwards only: asked for the change before, the Temporal polyfill forgets those of years to come. */
function changesOf(zone: TimeZone, from: Temporal.Instant, to: Temporal.Instant): Temporal.ZonedDateTime[] {
  const changes: Temporal.ZonedDateTime[] = []
  let last: Temporal.ZonedDateTime | null = from.subtract(lookBack).toZonedDateTimeISO(zone)
  while (last && Temporal.Instant.compare(last.toInstant(), to) <= 0) {
    last = last.getTimeZoneTransition('next')
    if (last) changes.push(last)
  }
  return changes
}

function observanceAt(change: Temporal.ZonedDateTime): Observance {
  const [from, to] = [minutesOf(change.subtract({ nanoseconds: 1 })), minutesOf(change)]
  // What clocks showed as they changed: the new time, less the jump.
  const local = change.toPlainDateTime().subtract({ minutes: to - from })
  return { local: local.toString({ smallestUnit: 'second' }), from, to }
}

function minutesOf(moment: Temporal.ZonedDateTime): number {
  return Math.round(moment.offsetNanoseconds / 60e9)
}

function written({ local, from, to }: Observance): ICAL.Component {
  const observance = new ICAL.Component(to > from ? 'daylight' : 'standard')
  observance.addPropertyWithValue('dtstart', ICAL.Time.fromDateTimeString(local))
  observance.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromSeconds(from * 60))
  observance.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromSeconds(to * 60))
  return observance
}

/**
 * Is this a moment when clocks of the zone have just changed, or are about to: nearer than they jump? Some times of that night are shown twice, others
 * never, and programs disagree on those around: such a moment has to be written in UTC.
 */
export function isAroundAChange(instant: Instant, zone: TimeZone): boolean {
  const moment = Temporal.Instant.from(instant)
  return changesOf(zone, moment, moment).some((change) => {
    const { from, to } = observanceAt(change)
    return Math.abs(change.epochMilliseconds - moment.epochMilliseconds) <= Math.abs(to - from) * 60_000
  })
}
