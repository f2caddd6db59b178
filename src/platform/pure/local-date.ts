import { assert, ok, refused, type Outcome } from './outcome.ts'

declare const localDate: unique symbol

/**
 * A day of the calendar as people write it, 'YYYY-MM-DD' (ISO 8601), with neither time nor zone.
 * Years 1000 to 9999, so that dates compare and sort as strings. Read user input with `parseLocalDate`.
 */
export type LocalDate = string & { readonly [localDate]: true }

export type DateParts = { readonly year: number; readonly month: number; readonly day: number }

export type DateProblem =
  | { readonly code: 'date_empty' }
  | { readonly code: 'date_unreadable'; readonly text: string }
  | { readonly code: 'date_year_missing'; readonly text: string }
  | { readonly code: 'date_year_two_digits'; readonly text: string }
  | { readonly code: 'date_year_out_of_range'; readonly year: number }
  /** 11/25/2017: the month seems to come first, which we never guess. */
  | { readonly code: 'date_month_first'; readonly text: string }
  | { readonly code: 'date_does_not_exist'; readonly year: number; readonly month: number; readonly day: number }
  /** « lundi 4 novembre 2017 » was a Saturday. `actual` counts from 0, Sunday. */
  | { readonly code: 'date_weekday_differs'; readonly date: LocalDate; readonly actual: number }

const MILLISECONDS_PER_DAY = 86_400_000

/** The date of these parts, unless the calendar has none (31 April, 29 February 2017). */
export function dateOfParts({ year, month, day }: DateParts): Outcome<LocalDate, DateProblem> {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return refused({ code: 'date_year_out_of_range', year })
  const time = new Date(Date.UTC(year, month - 1, day))
  const exists = time.getUTCMonth() === month - 1 && time.getUTCDate() === day
  return exists ? ok(time.toISOString().slice(0, 10) as LocalDate) : refused({ code: 'date_does_not_exist', year, month, day })
}

/** Reads only 'YYYY-MM-DD': for data exchanged between machines. */
export function parseIsoDate(text: string): Outcome<LocalDate, DateProblem> {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!match) return refused({ code: 'date_unreadable', text })
  return dateOfParts({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
}

/** Names a date we already trust: a constant, or one read from our own database. */
export function asLocalDate(text: string): LocalDate {
  const date = parseIsoDate(text)
  assert(date.ok, `a local date is YYYY-MM-DD, not "${text}"`)
  return date.value
}

export function partsOf(date: LocalDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** Days since 1970-01-01. */
function dayNumber(date: LocalDate): number {
  const { year, month, day } = partsOf(date)
  return Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY
}

/** 0 is Sunday, 6 is Saturday. */
export function dayOfWeek(date: LocalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7
}

/** Negative when `a` is earlier, as `Array.sort` expects. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

export function addDays(date: LocalDate, days: number): LocalDate {
  assert(Number.isInteger(days), 'days are added whole')
  const time = new Date((dayNumber(date) + days) * MILLISECONDS_PER_DAY)
  assert(time.getUTCFullYear() >= 1000 && time.getUTCFullYear() <= 9999, 'a local date stays between the years 1000 and 9999')
  return time.toISOString().slice(0, 10) as LocalDate
}

/** The same day of another month, or the last day of that month when it is shorter: 31 January + 1 month is 28 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  assert(Number.isInteger(months), 'months are added whole')
  const { year, month, day } = partsOf(date)
  const monthIndex = year * 12 + month - 1 + months
  const lastDay = new Date(Date.UTC(Math.floor(monthIndex / 12), (monthIndex % 12) + 1, 0)).getUTCDate()
  const moved = dateOfParts({ year: Math.floor(monthIndex / 12), month: (monthIndex % 12) + 1, day: Math.min(day, lastDay) })
  assert(moved.ok, 'a local date stays between the years 1000 and 9999')
  return moved.value
}

/** Days from one date to another, 0 on the same day: 2017-10-20 to 2019-02-08 is 476. Negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Days of a stay, both ends counted: from 19 to 20 October is 2 days. */
export function daysInclusive(from: LocalDate, to: LocalDate): number {
  assert(from <= to, 'a period ends on or after the day it starts')
  return daysBetween(from, to) + 1
}
