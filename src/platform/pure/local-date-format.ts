import { dayOfWeek, partsOf, type DateParts, type LocalDate } from './local-date.ts'
import type { Locale } from './locale.ts'
import { assert } from './outcome.ts'

/** `full` names the weekday, `long` is for sentences, `short` (day/month/year in figures) for narrow tables. */
export type DateStyle = 'full' | 'long' | 'short'

const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}
const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

export function monthName(month: number, locale: Locale): string {
  const name = MONTHS[locale][month - 1]
  assert(name !== undefined, 'months are numbered from 1 to 12')
  return name
}

export function weekdayName(date: LocalDate, locale: Locale): string {
  return WEEKDAYS[locale][dayOfWeek(date)] ?? ''
}

const dayInWords = (day: number, locale: Locale) => (locale === 'fr' && day === 1 ? '1er' : String(day))
const dayAndMonth = ({ day, month }: DateParts, locale: Locale) => `${dayInWords(day, locale)} ${monthName(month, locale)}`
const twoDigits = (figure: number) => String(figure).padStart(2, '0')

/**
 * '19 octobre 2017', '1er juillet 2017', 'jeudi 19 octobre 2017', '19/10/2017'; English likewise,
 * day first. Written by hand rather than with `Intl`, so that the server, every browser and a frozen act agree.
 */
export function formatDate(date: LocalDate, locale: Locale, style: DateStyle = 'long'): string {
  const parts = partsOf(date)
  if (style === 'short') return `${twoDigits(parts.day)}/${twoDigits(parts.month)}/${parts.year}`
  const long = `${dayAndMonth(parts, locale)} ${parts.year}`
  return style === 'full' ? `${weekdayName(date, locale)} ${long}` : long
}

/** Both ends of a period, the first without what it shares with the last: ['30 octobre', '2 novembre 2017']. */
function ends(from: LocalDate, to: LocalDate, locale: Locale): [string, string] {
  assert(from <= to, 'a period ends on or after the day it starts')
  const first = partsOf(from)
  const last = partsOf(to)
  const end = formatDate(to, locale)
  if (first.year !== last.year) return [formatDate(from, locale), end]
  return [first.month === last.month ? dayInWords(first.day, locale) : dayAndMonth(first, locale), end]
}

/**
 * A period in a sentence: « le 19 octobre 2017 », « du 19 au 20 octobre 2017 », « du 30 octobre au
 * 2 novembre 2017 », « du 30 décembre 2017 au 2 janvier 2018 »; "on 19 October 2017", "from 19 to 20 October 2017".
 */
export function formatPeriod(from: LocalDate, to: LocalDate, locale: Locale): string {
  if (from === to) return `${locale === 'fr' ? 'le' : 'on'} ${formatDate(from, locale)}`
  const [start, end] = ends(from, to, locale)
  return locale === 'fr' ? `du ${start} au ${end}` : `from ${start} to ${end}`
}

/** A period as a label: '19–20 octobre 2017', '30 octobre – 2 novembre 2017' (en dash; spaced when an end has several words). */
export function formatPeriodLabel(from: LocalDate, to: LocalDate, locale: Locale): string {
  if (from === to) return formatDate(from, locale)
  const [start, end] = ends(from, to, locale)
  return start.includes(' ') ? `${start} – ${end}` : `${start}–${end}`
}
