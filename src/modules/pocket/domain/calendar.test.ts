import fc from 'fast-check'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, test } from 'vitest'
import { type Instant, onTheClock } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import type { AgendaMoment, Appointment } from './agenda.ts'
import { calendarOf, invitationOf, uidOf } from './calendar.ts'
import { aMoment, anAppointment, someWords } from './moment.fixture.ts'

/** Paris, Montréal, Miami, Tokyo, Kolkata, Nouméa, and zones that change their clocks by half an hour, or elsewhere in the year. */
const zones = [
  'Europe/Paris',
  'America/Toronto',
  'America/New_York',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Pacific/Noumea',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
].map(asTimeZone)
const member = { memberId: '01900000-0000-7000-8000-0000000000aa' }
const organiser = { name: 'Métropole', address: 'escale@example.org' }
const guest = { name: 'Ana "Nina" Arnal;\nélue', address: 'ana@example.org' }

const feedOf = (...items: AgendaMoment[]) => calendarOf({ items, appointments: [] }, member, someWords, 'fr')
const meetingsOf = (...appointments: Appointment[]) => calendarOf({ items: [], appointments }, member, someWords, 'fr')
const mailOf = (method: 'REQUEST' | 'CANCEL', item: AgendaMoment) =>
  invitationOf(method, item, { organiser, guest, ...member }, someWords, 'fr')

/**
 * Two libraries that share no code with the one that writes, nor with each other. The second takes the hours around a change of clocks for those of UTC:
 * it is asked about the other days.
 */
const readers = {
  'node-ical': (text: string) =>
    Object.values(nodeIcal.sync.parseICS(text)).flatMap((part) =>
      part?.type === 'VEVENT'
        ? [{ uid: part.uid, start: part.start.getTime(), end: part.end?.getTime(), sequence: Number(part.sequence) }]
        : [],
    ),
  'ts-ics': (text: string) =>
    (convertIcsCalendar(undefined, text).events ?? []).map(({ uid, start, end, sequence }) => ({
      uid,
      start: start.date.getTime(),
      end: end?.date.getTime(),
      sequence,
    })),
} as const

/** By the rules that the file itself carries, and by nothing else. */
function readByItsOwnRules(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const rules = new Map(
    calendar
      .getAllSubcomponents('vtimezone')
      .map((component) => [component.getFirstPropertyValue('tzid') as string, new ICAL.Timezone(component)]),
  )
  return calendar.getAllSubcomponents('vevent').map((event) =>
    ['dtstart', 'dtend'].map((name) => {
      const property = event.getFirstProperty(name)
      const zone = rules.get(String(property?.getFirstParameter('tzid')))
      const time = property?.getFirstValue() as ICAL.Time
      if (zone) time.zone = zone
      else if (time.zone !== ICAL.Timezone.utcTimezone) throw new Error('an appointment has the rules of its zone')
      return time.toUnixTime() * 1000
    }),
  )
}

const anInstant = (from: string, to: string) =>
  fc.integer({ min: Date.parse(from) / 60_000, max: Date.parse(to) / 60_000 }).map((minutes) => new Date(minutes * 60_000).toISOString())
/** Around the nights when clocks change, where mistakes live. */
const oddNights = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T07:00Z',
  '2026-11-01T06:00Z',
  '2026-04-04T15:00Z',
  '2026-10-03T15:30Z',
]
const anyMoment = fc
  .tuple(
    fc.oneof(
      anInstant('2017-01-01T00:00Z', '2030-12-31T00:00Z'),
      fc
        .tuple(fc.constantFrom(...oddNights), fc.integer({ min: -180, max: 180 }))
        .map(([night, shift]) => new Date(Date.parse(night) + shift * 60_000).toISOString()),
    ),
    fc.integer({ min: 5, max: 600 }),
    fc.constantFrom(...zones),
    fc.integer({ min: 1, max: 40 }),
  )
  .map(([start, minutes, timeZone, sequence]) =>
    aMoment({
      startsAt: start,
      endsAt: new Date(Date.parse(start) + minutes * 60_000).toISOString(),
      timeZone,
      sequence,
    }),
  )

const isCalmDay = ({ startsAt, endsAt, timeZone }: AgendaMoment) => {
  const offsetAt = (moment: string, days: number) =>
    onTheClock({ instant: new Date(Date.parse(moment) + days * 86_400_000).toISOString() as Instant, zone: timeZone }).offsetMinutes
  return offsetAt(startsAt, -1) === offsetAt(endsAt, 1)
}
const moments = { 'node-ical': anyMoment, 'ts-ics': anyMoment.filter(isCalmDay) } as const

describe('a calendar, whatever the zone and the night', () => {
  test.each(['node-ical', 'ts-ics'] as const)('%s reads the very moments that were written', (name) => {
    const read = readers[name]
    fc.assert(
      fc.property(moments[name], (item) => {
        const expected = {
          uid: uidOf(item.id, member.memberId),
          start: Date.parse(item.startsAt),
          end: Date.parse(item.endsAt),
          sequence: item.sequence,
        }

        expect(read(feedOf(item))).toEqual([expected])
        expect(read(mailOf('REQUEST', item))).toEqual([expected])
      }),
      { numRuns: 400 },
    )
  })

  test('the rules of zones it carries are enough by themselves', () => {
    fc.assert(
      fc.property(anyMoment, (item) => {
        expect(readByItsOwnRules(feedOf(item))).toEqual([[Date.parse(item.startsAt), Date.parse(item.endsAt)]])
      }),
      { numRuns: 400 },
    )
  })

  test('a calendar of several zones and seasons is right for each', () => {
    fc.assert(
      fc.property(fc.array(anyMoment, { minLength: 1, maxLength: 12 }), (drawn) => {
        const items = drawn.map((item, index) => ({ ...item, id: `01900000-0000-7000-8000-${String(index).padStart(12, '0')}` }))

        expect(readByItsOwnRules(feedOf(...items))).toEqual(items.map(({ startsAt, endsAt }) => [Date.parse(startsAt), Date.parse(endsAt)]))
      }),
    )
  })
})

describe('what is written', () => {
  test.each([
    ['Europe/Paris', '2026-06-15T12:00:00.000Z', '20260615T140000', '+0200'],
    ['America/Toronto', '2026-06-15T12:00:00.000Z', '20260615T080000', '-0400'],
    ['America/New_York', '2017-11-06T14:00:00.000Z', '20171106T090000', '-0500'],
    ['Asia/Tokyo', '2026-06-15T12:00:00.000Z', '20260615T210000', '+0900'],
    ['Asia/Kolkata', '2026-06-15T12:00:00.000Z', '20260615T173000', '+0530'],
    ['Pacific/Noumea', '2026-06-15T12:00:00.000Z', '20260615T230000', '+1100'],
  ])('in %s, times are those of its clocks, under its name and with its rules', (zone, startsAt, local, offset) => {
    const text = feedOf(aMoment({ startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(), timeZone: asTimeZone(zone) }))

    expect(text).toContain(`DTSTART;TZID=${zone}:${local}`)
    expect(text).toContain(`BEGIN:VTIMEZONE\r\nTZID:${zone}\r\n`)
    expect(text).toContain(`TZOFFSETTO:${offset}\r\n`)
  })

  test('the night when clocks go back in Paris has both its offsets', () => {
    const text = feedOf(aMoment({ startsAt: '2026-10-24T20:00:00.000Z', endsAt: '2026-10-25T04:00:00.000Z' }))

    expect(text).toContain('BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n')
    expect(text).toContain('BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n')
  })

  test('a time that clocks show twice is written in UTC', () => {
    const text = feedOf(aMoment({ startsAt: '2026-10-25T01:30:00.000Z', endsAt: '2026-10-25T03:00:00.000Z' }))

    expect(text).toContain('DTSTART:20261025T013000Z\r\nDTEND;TZID=Europe/Paris:20261025T040000\r\n')
  })

  test('states are said in the words of the standard', () => {
    const statusOf = (state: AgendaMoment['state']) => /STATUS:(\w+)/.exec(feedOf(aMoment({ state })))?.[1]

    expect((['tentative', 'confirmed', 'cancelled'] as const).map(statusOf)).toEqual(['TENTATIVE', 'CONFIRMED', 'CANCELLED'])
    expect(mailOf('CANCEL', aMoment())).toContain('STATUS:CANCELLED')
  })

  test('what one may skip leaves the calendar free', () => {
    expect(feedOf(aMoment({ attendance: 'optional' }))).toContain('TRANSP:TRANSPARENT')
    expect(feedOf(aMoment())).toContain('TRANSP:OPAQUE')
  })

  test('the same agenda is the same bytes, and a later release another', () => {
    const [once, twice, later] = [feedOf(aMoment()), feedOf(aMoment()), feedOf(aMoment({ sequence: 2 }))]

    expect(twice).toBe(once)
    expect(later).not.toBe(once)
  })

  test('a subscription names no organiser and no attendee', () => {
    const text = feedOf(aMoment())

    expect(text).not.toMatch(/ORGANIZER|ATTENDEE|mailto|@/i)
    expect(text).toContain('METHOD:PUBLISH')
  })

  test('an invitation holds the address of who invites and of who is invited, once each, and no other', () => {
    for (const method of ['REQUEST', 'CANCEL'] as const) {
      const unfolded = mailOf(method, aMoment()).replaceAll('\r\n ', '')

      expect(unfolded).toContain(`METHOD:${method}\r\n`)
      expect(unfolded.match(/[^\s:;,"]+@[^\s:;,"]+/g)).toEqual(['escale@example.org', 'ana@example.org'])
      expect(unfolded).toContain('CN=Métropole:mailto:escale@example.org\r\n')
      expect(unfolded.match(/^(ORGANIZER|ATTENDEE)/gm)).toEqual(['ORGANIZER', 'ATTENDEE'])
    }
  })

  test('no line is longer than 75 bytes, and texts come back whole, commas, semicolons and scripts included', () => {
    const title = { fr: `Visite ; du port, « ${'東京都 '.repeat(30)}»\\n` }
    const briefing = { fr: `Première ligne\nSeconde : ${'é'.repeat(200)}` }
    const venue = {
      id: 'v',
      name: { fr: 'Mairie' },
      addressLocal: '東京都新宿区西新宿2-8-1',
      addressLatin: 'Tokyo',
      latitude: 35.6896,
      longitude: 139.6922,
    }
    const text = feedOf(aMoment({ title, briefing, venue }))

    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const [event] = convertIcsCalendar(undefined, text).events ?? []
    expect(event).toMatchObject({ summary: title.fr, description: briefing.fr, location: 'Mairie, 東京都新宿区西新宿2-8-1, Tokyo' })
    expect(text).toContain('GEO:35.6896;139.6922')
  })

  test('whatever people type, a text stays one property', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 60 }), (typed, name) => {
        const text = invitationOf(
          'REQUEST',
          aMoment({ title: { fr: `${typed}.` } }),
          { organiser: { name: `${name}.`, address: 'escale@example.org' }, guest, ...member },
          someWords,
          'fr',
        )
        const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')

        expect(event?.getAllProperties().map((property) => property.name)).toEqual(
          'uid sequence dtstamp last-modified dtstart dtend summary status transp categories organizer attendee'.split(' '),
        )
      }),
    )
  })

  test('stamps are those of the release', () => {
    const text = feedOf({ ...aMoment(), changedAt: '2026-05-04T07:08:09.123Z' as Instant })

    expect(text).toContain('DTSTAMP:20260504T070809Z\r\nLAST-MODIFIED:20260504T070809Z\r\n')
  })
})

describe('a one-to-one meeting', () => {
  test.each(['node-ical', 'ts-ics'] as const)('%s reads it where the clocks of its city put it, under its own identity', (name) => {
    const appointment = anAppointment({ sequence: 3 })

    expect(readers[name](meetingsOf(appointment))).toEqual([
      {
        uid: uidOf(appointment.id, member.memberId),
        start: Date.parse(appointment.startsAt),
        end: Date.parse(appointment.endsAt),
        sequence: 3,
      },
    ])
  })

  test('is written with the rules of its zone, which are enough by themselves', () => {
    const appointment = anAppointment()
    const text = meetingsOf(appointment)

    expect(text).toContain('DTSTART;TZID=America/New_York:20171106T090000\r\n')
    expect(readByItsOwnRules(text)).toEqual([[Date.parse(appointment.startsAt), Date.parse(appointment.endsAt)]])
  })

  test('says whom one meets and at which spot, takes one’s time, and names nobody’s mailbox', () => {
    const text = meetingsOf(anAppointment({ spot: 'Bureau ; 3', address: '1 Canal Street' }))
    const [event] = convertIcsCalendar(undefined, text).events ?? []

    expect(event).toMatchObject({ summary: 'Avec Grove', location: 'Bureau ; 3, 1 Canal Street, Miami', status: 'CONFIRMED' })
    expect(text).toContain('TRANSP:OPAQUE')
    expect(text).not.toMatch(/ORGANIZER|ATTENDEE|mailto|@/i)
  })

  test('called off, stays in sight as cancelled', () => {
    expect(meetingsOf(anAppointment({ state: 'cancelled' }))).toContain('STATUS:CANCELLED')
  })
})
