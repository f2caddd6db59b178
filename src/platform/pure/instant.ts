import { Temporal } from 'temporal-polyfill'
import { formatDate } from './local-date-format.ts'
import type { LocalDate } from './local-date.ts'
import { formatTime, type LocalTime } from './local-time.ts'
import type { Locale } from './locale.ts'
import { assert, ok, refused, type Outcome } from './outcome.ts'
import { MINUS_SIGN } from './spaces.ts'
import { zoneName, type TimeZone } from './time-zone.ts'

declare const instant: unique symbol

/**
 * A moment, the same everywhere: ISO 8601 in UTC, always 24 characters ('2017-11-04T13:30:00.000Z')
 * so that instants compare and sort as strings. Finer than a millisecond is cut.
 */
export type Instant = string & { readonly [instant]: true }

/** A moment and the zone whose clocks people will look at. */
export type Zoned = { readonly instant: Instant; readonly zone: TimeZone }

export type InstantProblem = { readonly code: 'instant_unreadable'; readonly text: string }

export type ZonedProblem =
  /** Clocks jumped over this time (start of summer time). `suggested` is later by the length of the jump. */
  | { readonly code: 'time_skipped'; readonly suggested: Zoned }
  /** Clocks showed this time twice (end of summer time): someone must say which. */
  | { readonly code: 'time_repeated'; readonly first: Zoned; readonly second: Zoned }

const WITH_OFFSET = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d(?::?\d\d)?)$/

/** Reads RFC 3339, and PostgreSQL's '2017-11-04 13:30:00+00'. The offset is compulsory: without it, it is no instant. */
export function parseInstant(text: string): Outcome<Instant, InstantProblem> {
  if (!WITH_OFFSET.test(text)) return refused({ code: 'instant_unreadable', text })
  try {
    return ok(instantOfMilliseconds(Temporal.Instant.from(text.replace(' ', 'T')).epochMilliseconds))
  } catch {
    return refused({ code: 'instant_unreadable', text })
  }
}

/** Milliseconds since 1970-01-01T00:00Z, as `Date` counts them. */
export function instantOfMilliseconds(milliseconds: number): Instant {
  const text = new Date(milliseconds).toISOString()
  assert(text.length === 24, 'an instant stays between the years 0 and 9999')
  return text as Instant
}

export function millisecondsOf(moment: Instant): number {
  return Date.parse(moment)
}

export function addMinutes(moment: Instant, minutes: number): Instant {
  return instantOfMilliseconds(millisecondsOf(moment) + minutes * 60_000)
}

/** Negative when `a` is earlier, as `Array.sort` expects. */
export function compareInstants(a: Instant, b: Instant): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/**
 * The moment when clocks of `zone` show this date and time. On the two odd nights of the year the
 * answer is a refusal that carries the choices, unless `whenRepeated` already tells which of two is meant.
 * @refuses time_skipped, time_repeated
 */
export function atLocalTime(
  date: LocalDate,
  time: LocalTime,
  zone: TimeZone,
  whenRepeated?: 'first' | 'second',
): Outcome<Zoned, ZonedProblem> {
  const wanted = Temporal.PlainDateTime.from(`${date}T${time}`)
  const earlier = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wanted.toZonedDateTime(zone, { disambiguation: 'later' })
  const first: Zoned = { instant: instantOfMilliseconds(earlier.epochMilliseconds), zone }
  const second: Zoned = { instant: instantOfMilliseconds(later.epochMilliseconds), zone }
  if (first.instant === second.instant) return ok(first)
  if (!later.toPlainDateTime().equals(wanted)) return refused({ code: 'time_skipped', suggested: second })
  if (whenRepeated === undefined) return refused({ code: 'time_repeated', first, second })
  return ok(whenRepeated === 'first' ? first : second)
}

/** What clocks of the zone show at that moment, and by how many minutes they are ahead of UTC. */
export function onTheClock({ instant, zone }: Zoned): {
  readonly date: LocalDate
  readonly time: LocalTime
  readonly offsetMinutes: number
} {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  const text = local.toPlainDateTime().toString({ smallestUnit: 'minute' })
  return { date: text.slice(0, 10) as LocalDate, time: text.slice(11) as LocalTime, offsetMinutes: local.offsetNanoseconds / 60e9 }
}

/** The date it is in a zone at that moment: "today" is always somewhere. */
export function dateIn(zone: TimeZone, moment: Instant): LocalDate {
  return onTheClock({ instant: moment, zone }).date
}

/** 'UTC−4', 'UTC+5:30', 'UTC'. */
export function formatOffset(offsetMinutes: number): string {
  const rounded = Math.round(Math.abs(offsetMinutes))
  if (rounded === 0) return 'UTC'
  const minutes = rounded % 60 === 0 ? '' : `:${String(rounded % 60).padStart(2, '0')}`
  return `UTC${offsetMinutes < 0 ? MINUS_SIGN : '+'}${Math.floor(rounded / 60)}${minutes}`
}

/** `moment` for a sentence, `time` where the date is already known, `precise` adds the offset (invitations abroad). */
export type ZonedStyle = 'moment' | 'time' | 'precise'

/** « samedi 4 novembre 2017 à 9 h 30 (heure de New York) »; "Saturday 4 November 2017 at 09:30 (New York time)". The zone is never left out. */
export function formatZoned(zoned: Zoned, locale: Locale, style: ZonedStyle = 'moment'): string {
  const { date, time, offsetMinutes } = onTheClock(zoned)
  const zone = zoneName(zoned.zone, locale)
  const clock = formatTime(time, locale)
  if (style === 'time') return `${clock} (${zone})`
  const offset = style === 'precise' && zoned.zone !== 'UTC' ? `, ${formatOffset(offsetMinutes)}` : ''
  return `${formatDate(date, locale, 'full')} ${locale === 'fr' ? 'à' : 'at'} ${clock} (${zone}${offset})`
}
