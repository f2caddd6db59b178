import { expect, test } from 'vitest'
import type { Instant } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { programmeTexts } from '../texts.ts'
import { endingOf } from './ending.ts'

const said = (zone: string, startsAt: string, endsAt: string) => {
  const span = { startsAt: startsAt as Instant, endsAt: endsAt as Instant, timeZone: asTimeZone(zone) }
  return programmeTexts.en.timetable.until(endingOf(span, 'en'))
}

test('what ends on its day says the hour, and what ends on another says the day too', () => {
  expect(said('America/New_York', '2017-11-07T23:30:00Z', '2017-11-08T01:30:00Z')).toBe('until 20:30')
  expect(said('America/New_York', '2017-11-07T23:30:00Z', '2017-11-08T05:15:00Z')).toBe('until 00:15 on 8 November 2017')
  expect(said('Asia/Tokyo', '2017-11-07T14:00:00Z', '2017-11-07T15:30:00Z')).toBe('until 00:30 on 8 November 2017')
})
