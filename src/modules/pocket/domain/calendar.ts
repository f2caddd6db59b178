import ICAL from 'ical.js'
import type { CalendarMethod } from '#platform/mail.ts'
import { type Instant, onTheClock } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { pick } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { AgendaMoment, Moment } from './agenda.ts'
import { isAroundAChange, zoneRules } from './zone-rules.ts'

/** A name and a mailbox. */
export type Party = { readonly name: string; readonly address: string }

/** Whose calendar: the same moment in the calendars of two people who share a mailbox is two appointments. */
type Owner = { readonly memberId: string }

/** The sentences an appointment carries. */
export type CalendarWords = {
  readonly name: string
  readonly typeOf: (type: Moment['type']) => string
  readonly linesOf: (moment: AgendaMoment) => readonly string[]
}

const product = '-//Escale//Escale//FR'

/**
 * The agenda of one person as a calendar to subscribe to (RFC 5545). It names nobody: no organiser, no attendee, no address. The same agenda gives the
 * same bytes: stamps are those of releases, never of the reading.
 */
export function calendarOf(items: readonly AgendaMoment[], owner: Owner, words: CalendarWords, locale: Locale): string {
  const calendar = emptyCalendar('PUBLISH')
  calendar.addPropertyWithValue('x-wr-calname', words.name)
  calendar.addPropertyWithValue('name', words.name)
  calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString('PT1H')).setParameter('value', 'DURATION')
  calendar.addPropertyWithValue('x-published-ttl', 'PT1H')
  addZones(calendar, items)
  for (const item of items) calendar.addSubcomponent(eventOf(item, owner, words, locale))
  return textOf(calendar)
}

/**
 * One message about one moment, to one calendar. The only addresses are those of who invites and of who is invited (RFC 6047); nobody is asked to answer.
 */
export function invitationOf(
  method: CalendarMethod,
  item: AgendaMoment,
  { organiser, guest, memberId }: Owner & { readonly organiser: Party; readonly guest: Party },
  words: CalendarWords,
  locale: Locale,
): string {
  const calendar = emptyCalendar(method)
  addZones(calendar, [item])
  const event = eventOf(method === 'CANCEL' ? { ...item, state: 'cancelled' } : item, { memberId }, words, locale)
  const from = event.addPropertyWithValue('organizer', `mailto:${organiser.address}`)
  from.setParameter('cn', parameterText(organiser.name))
  const to = event.addPropertyWithValue('attendee', `mailto:${guest.address}`)
  to.setParameter('cn', parameterText(guest.name))
  to.setParameter('cutype', 'INDIVIDUAL')
  to.setParameter('role', item.attendance === 'expected' ? 'REQ-PARTICIPANT' : 'OPT-PARTICIPANT')
  to.setParameter('partstat', 'NEEDS-ACTION')
  to.setParameter('rsvp', 'FALSE')
  calendar.addSubcomponent(event)
  return textOf(calendar)
}

/** The same moment of the same person, release after release, in every calendar. No @: it is no address. */
export function uidOf(itemId: string, memberId: string): string {
  return `${itemId}.${memberId}`
}

function emptyCalendar(method: CalendarMethod | 'PUBLISH'): ICAL.Component {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', product)
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', method)
  return calendar
}

function addZones(calendar: ICAL.Component, items: readonly AgendaMoment[]): void {
  const spans = new Map<TimeZone, { from: Instant; to: Instant }>()
  for (const { timeZone, startsAt, endsAt } of items) {
    if (timeZone === 'UTC') continue
    const span = spans.get(timeZone)
    spans.set(timeZone, {
      from: span && span.from < startsAt ? span.from : startsAt,
      to: span && span.to > endsAt ? span.to : endsAt,
    })
  }
  for (const [zone, { from, to }] of spans) calendar.addSubcomponent(zoneRules(zone, from, to))
}

const statuses = { tentative: 'TENTATIVE', confirmed: 'CONFIRMED', cancelled: 'CANCELLED' } as const

function eventOf(item: AgendaMoment, { memberId }: Owner, words: CalendarWords, locale: Locale): ICAL.Component {
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', uidOf(item.id, memberId))
  event.addPropertyWithValue('sequence', item.sequence)
  for (const stamp of ['dtstamp', 'last-modified']) event.addPropertyWithValue(stamp, utc(item.changedAt))
  addTime(event, 'dtstart', item.startsAt, item.timeZone)
  addTime(event, 'dtend', item.endsAt, item.timeZone)
  event.addPropertyWithValue('summary', plain(pick(item.title, locale).text))
  event.addPropertyWithValue('status', statuses[item.state])
  event.addPropertyWithValue('transp', item.attendance === 'expected' && item.type !== 'free' ? 'OPAQUE' : 'TRANSPARENT')
  event.addPropertyWithValue('categories', plain(words.typeOf(item.type)))
  const lines = words.linesOf(item)
  if (lines.length > 0) event.addPropertyWithValue('description', plain(lines.join('\n')))
  if (item.venue) addPlace(event, item.venue, locale)
  return event
}

function addPlace(event: ICAL.Component, venue: NonNullable<Moment['venue']>, locale: Locale): void {
  // The address in the script of the place is the one a driver reads; the other is for whoever cannot.
  const parts = [pick(venue.name, locale).text, venue.addressLocal, venue.addressLatin === venue.addressLocal ? '' : venue.addressLatin]
  event.addPropertyWithValue('location', plain(parts.filter((part) => part.trim() !== '').join(', ')))
  if (venue.latitude !== null && venue.longitude !== null) {
    event.addProperty(new ICAL.Property(['geo', {}, 'float', [venue.latitude, venue.longitude]]))
  }
}

function addTime(event: ICAL.Component, name: string, instant: Instant, zone: TimeZone): void {
  if (zone === 'UTC' || isAroundAChange(instant, zone)) {
    event.addPropertyWithValue(name, utc(instant))
    return
  }
  const { date, time } = onTheClock({ instant, zone })
  event.addPropertyWithValue(name, ICAL.Time.fromDateTimeString(`${date}T${time}:00`)).setParameter('tzid', zone)
}

function utc(instant: Instant): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${instant.slice(0, 19)}Z`)
}

/** Control characters, line breaks aside, are no part of a text (RFC 5545, 3.3.11). */
function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  return text.replaceAll('\r\n', '\n').replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
}

/** A parameter holds neither line breaks nor quotation marks (RFC 5545, 3.2). */
function parameterText(text: string): string {
  return plain(text).replaceAll('\n', ' ').replaceAll('"', '’')
}

function textOf(calendar: ICAL.Component): string {
  return `${calendar.toString()}\r\n`
}
