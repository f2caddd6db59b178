import type { Locale } from './locale.ts'
import { assert, ok, refused, type Outcome } from './outcome.ts'
import { NO_BREAK_SPACE, plainSpaces } from './spaces.ts'
import { foldAccents } from './text.ts'

declare const localTime: unique symbol

/** A time on the wall clock, 'HH:mm' from '00:00' to '23:59', without a zone: it travels with one (see `instant.ts`). */
export type LocalTime = string & { readonly [localTime]: true }

export type TimeProblem =
  | { readonly code: 'time_empty' }
  | { readonly code: 'time_unreadable'; readonly text: string }
  | { readonly code: 'time_does_not_exist'; readonly hours: number; readonly minutes: number }

const NAMED: Readonly<Record<string, string>> = { midi: '12:00', noon: '12:00', minuit: '00:00', midnight: '00:00' }
const CLOCK = /^(\d{1,2})(?: ?h(?: ?(\d\d))?| ?[:.] ?(\d\d)|(?= ?[ap]))(?: ?([ap])\.?m\.?)?$/

/** Reads '14:30', '14h30', '9 h', '14.30', '2:30 pm', 'midi', 'noon'. A lone figure needs its « h » or its "am" or "pm". */
export function parseLocalTime(text: string): Outcome<LocalTime, TimeProblem> {
  const plain = foldAccents(plainSpaces(text))
  if (plain === '') return refused({ code: 'time_empty' })
  const named = NAMED[plain]
  if (named !== undefined) return ok(named as LocalTime)
  const match = CLOCK.exec(plain)
  if (!match) return refused({ code: 'time_unreadable', text })

  const half = match[4]
  const hours = Number(match[1])
  const minutes = Number(match[2] ?? match[3] ?? 0)
  const outOfTheHalfDay = half !== undefined && (hours < 1 || hours > 12)
  if (hours > 23 || minutes > 59 || outOfTheHalfDay) return refused({ code: 'time_does_not_exist', hours, minutes })
  const hours24 = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0)
  return ok(timeOfMinutes(hours24 * 60 + minutes))
}

/** Names a time we already trust: a constant, or one read from our own database ('09:30' or '09:30:00'). */
export function asLocalTime(text: string): LocalTime {
  assert(/^([01]\d|2[0-3]):[0-5]\d(:00)?$/.test(text), `a local time is HH:mm, not "${text}"`)
  return text.slice(0, 5) as LocalTime
}

/** Minutes since midnight, 0 to 1439. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

export function timeOfMinutes(minutes: number): LocalTime {
  assert(Number.isInteger(minutes) && minutes >= 0 && minutes < 1440, 'a day has 1440 minutes')
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as LocalTime
}

/** « 9 h 30 », « 14 h » (unbreakable spaces, Imprimerie nationale); '09:30', '14:00' in English. */
export function formatTime(time: LocalTime, locale: Locale): string {
  if (locale === 'en') return time
  const minutes = minutesOf(time)
  const hours = `${Math.floor(minutes / 60)}${NO_BREAK_SPACE}h`
  return minutes % 60 === 0 ? hours : `${hours}${NO_BREAK_SPACE}${time.slice(3)}`
}
