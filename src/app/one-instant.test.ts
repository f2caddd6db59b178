import { expect, test } from 'vitest'
import { type FrozenItem, type ReadRelease, programmeTexts, timetableOf } from '#modules/programme/index.ts'
import { aMoment, someWords } from '#modules/pocket/domain/moment.fixture.ts'
import { calendarOf } from '#modules/pocket/domain/calendar.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { asLocalTime, formatTime, minutesOf } from '#platform/pure/local-time.ts'
import { asTimeZone, zoneName } from '#platform/pure/time-zone.ts'
import { bookletOf } from './programme-booklet.ts'
import { wallSheetOf } from './wall-sheet.ts'

/** Paris, Montréal, Miami, Tokyo, Kolkata, Nouméa. */
const zones = ['Europe/Paris', 'America/Toronto', 'America/New_York', 'Asia/Tokyo', 'Asia/Kolkata', 'Pacific/Noumea']
/** A plain noon, and half an hour on either side of each change of clocks of Paris and of New York. */
const instants = [
  '2026-06-15T12:00',
  '2026-03-29T00:30',
  '2026-03-29T01:30',
  '2026-10-25T00:30',
  '2026-10-25T01:30',
  '2026-03-08T06:30',
  '2026-03-08T07:30',
  '2026-11-01T05:30',
  '2026-11-01T06:30',
].map((text) => `${text}:00.000Z`)
const { fr: texts } = programmeTexts

/** What the clocks of a zone show, asked of nobody of ours. */
function clockOf(instant: string, timeZone: string): { date: string; time: string } {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(Date.parse(instant))
  const [date = '', time = ''] = parts.split(' ')
  return { date, time }
}

function itemAt(startsAt: string, timeZone: string): FrozenItem {
  const {
    sequence: _sequence,
    changedAt: _changedAt,
    ...said
  } = aMoment({
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 30 * 60_000).toISOString(),
    timeZone: asTimeZone(timeZone),
  })
  const everyone = { audience: 'everyone', organisationIds: [], memberIds: [], themeId: null, trackId: null, people: [] } as const
  return { ...said, ...everyone, capacity: null, interpretersNeeded: 0, interpreters: [] }
}

const releaseOf = (item: FrozenItem) =>
  ({
    mission: { title: { fr: 'Mission' } },
    release: { number: 7, organisationName: 'Ville', releasedAt: '2026-01-01T00:00:00.000Z' as Instant },
    content: { legs: [], tracks: [], items: [item] },
  }) as unknown as ReadRelease

test.each(zones)('every view of an item in %s shows its hour there, with the name of the zone', (zone) => {
  for (const instant of instants) {
    const { date, time } = clockOf(instant, zone)
    const item = itemAt(instant, zone)
    const shown = formatTime(asLocalTime(time), 'fr')
    const named = zoneName(asTimeZone(zone), 'fr')
    const part = { title: 'Programme', items: [item] }

    const [day] = timetableOf([item], []).days
    expect([day?.date, day?.zones, day?.slots[0]?.fromMinute]).toEqual([date, [zone], Math.min(minutesOf(asLocalTime(time)), 1410)])

    const [wall] = wallSheetOf(releaseOf(item), part, texts, 'fr').days
    expect(wall?.boxes[0]?.time.startsWith(`${shown} –`)).toBe(true)
    expect(wall?.zone).toContain(named)

    const booklet = JSON.stringify(bookletOf(releaseOf(item), part, texts, 'fr'))
    expect(booklet).toContain(`"${shown} –`)
    expect(booklet).toContain(named)

    const { value: mail } = texts.letter.factOf({ kind: 'new', before: null, after: item })
    expect(mail).toContain(shown)
    expect(mail).toContain(named)

    const feed = calendarOf({ items: [aMoment({ ...item })], appointments: [] }, { memberId: item.id }, someWords, 'fr')
    const local = `DTSTART;TZID=${zone}:${date.replaceAll('-', '')}T${time.replace(':', '')}00`
    const universal = `DTSTART:${instant.slice(0, 16).replaceAll(/[-:]/g, '')}00Z`
    expect(feed.includes(local) || feed.includes(universal)).toBe(true)
  }
})
