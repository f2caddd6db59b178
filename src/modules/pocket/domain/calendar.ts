import ICAL from 'ical.js'
import type { CalendarMethod } from '#platform/mail.ts'
import { type Instant, onTheClock } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { pick } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { AgendaMoment, Appointment, Moment } from './agenda.ts'
import { isAroundAChange, zoneRules } from './zone-rules.ts'

/** A name and a mailbox. */
export type Party = { readonly name: string; readonly address: string }

/** Whose calendar: the same moment in the calendars of two people who share a mailbox is two appointments. */
type Owner = { readonly memberId: string }

/** The sentences that what is in a calendar carries. */
export type CalendarWords = {
  readonly name: string
  readonly typeOf: (type: Moment['type']) => string
  readonly linesOf: (moment: AgendaMoment) => readonly string[]
  readonly meeting: {
    readonly title: (met: readonly string[]) => string
    readonly type: string
    readonly lines: readonly string[]
  }
}

/** What a moment and a one-to-one meeting are alike, once in a calendar. */
type Entry = Pick<AgendaMoment, 'id' | 'sequence' | 'changedAt' | 'startsAt' | 'endsAt' | 'timeZone' | 'state'> & {
  readonly summary: string
  readonly isFree: boolean
  readonly category: string
  readonly lines: readonly string[]
  readonly location: readonly string[]
  readonly geo: readonly [latitude: number, longitude: number] | null
}

const product = '-//Escale//Escale//FR'

/**
 * The agenda of one person, and their one-to-one meetings, as a calendar to subscribe to (RFC 5545). It names nobody but the companies they meet: no
 * organiser, no attendee, no mailbox. The same agenda gives the same bytes: stamps are those of what changed, never of the reading.
 */
export function calendarOf(
  { items, appointments }: { readonly items: readonly AgendaMoment[]; readonly appointments: readonly Appointment[] },
  owner: Owner,
  words: CalendarWords,
  locale: Locale,
): string {
  const entries = [
    ...items.map((item) => entryOf(item, words, locale)),
    ...appointments.map((appointment) => entryOfMeeting(appointment, words, locale)),
  ]
  const calendar = emptyCalendar('PUBLISH')
  calendar.addPropertyWithValue('x-wr-calname', words.name)
  calendar.addPropertyWithValue('name', words.name)
  calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString('PT1H')).setParameter('value', 'DURATION')
  calendar.addPropertyWithValue('x-published-ttl', 'PT1H')
  addZones(calendar, entries)
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry, owner))
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
  const event = eventOf(entryOf(method === 'CANCEL' ? { ...item, state: 'cancelled' } : item, words, locale), { memberId })
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

/** The same moment or meeting of the same person, change after change, in every calendar. No @: it is no address. */
export function uidOf(id: string, memberId: string): string {
  return `${id}.${memberId}`
}

function emptyCalendar(method: CalendarMethod | 'PUBLISH'): ICAL.Component {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', product)
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', method)
  return calendar
}

function addZones(calendar: ICAL.Component, entries: readonly Pick<Entry, 'timeZone' | 'startsAt' | 'endsAt'>[]): void {
  const spans = new Map<TimeZone, { from: Instant; to: Instant }>()
  for (const { timeZone, startsAt, endsAt } of entries) {
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

function entryOf(item: AgendaMoment, words: CalendarWords, locale: Locale): Entry {
  const { venue } = item
  return {
    ...item,
    summary: pick(item.title, locale).text,
    isFree: item.attendance !== 'expected' || item.type === 'free',
    category: words.typeOf(item.type),
    lines: words.linesOf(item),
    // The address in the script of the place is the one a driver reads; the other is for whoever cannot.
    location: venue
      ? [pick(venue.name, locale).text, venue.addressLocal, venue.addressLatin === venue.addressLocal ? '' : venue.addressLatin]
      : [],
    geo: venue && venue.latitude !== null && venue.longitude !== null ? [venue.latitude, venue.longitude] : null,
  }
}

function entryOfMeeting(appointment: Appointment, { meeting }: CalendarWords, locale: Locale): Entry {
  return {
    ...appointment,
    summary: meeting.title(appointment.met),
    isFree: false,
    category: meeting.type,
    lines: meeting.lines,
    location: [appointment.spot, appointment.address, pick(appointment.city, locale).text],
    geo: null,
  }
}

function eventOf(entry: Entry, { memberId }: Owner): ICAL.Component {
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', uidOf(entry.id, memberId))
  event.addPropertyWithValue('sequence', entry.sequence)
  for (const stamp of ['dtstamp', 'last-modified']) event.addPropertyWithValue(stamp, utc(entry.changedAt))
  addTime(event, 'dtstart', entry.startsAt, entry.timeZone)
  addTime(event, 'dtend', entry.endsAt, entry.timeZone)
  event.addPropertyWithValue('summary', plain(entry.summary))
  event.addPropertyWithValue('status', statuses[entry.state])
  event.addPropertyWithValue('transp', entry.isFree ? 'TRANSPARENT' : 'OPAQUE')
  event.addPropertyWithValue('categories', plain(entry.category))
  if (entry.lines.length > 0) event.addPropertyWithValue('description', plain(entry.lines.join('\n')))
  const place = entry.location.filter((part) => part.trim() !== '')
  if (place.length > 0) event.addPropertyWithValue('location', plain(place.join(', ')))
  if (entry.geo) event.addProperty(new ICAL.Property(['geo', {}, 'float', [...entry.geo]]))
  return event
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
