import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMinutes,
  atLocalTime,
  compareInstants,
  dateIn,
  formatOffset,
  formatZoned,
  instantOfMilliseconds,
  millisecondsOf,
  onTheClock,
  parseInstant,
  type Instant,
} from './instant.ts'
import { asLocalDate } from './local-date.ts'
import { asLocalTime } from './local-time.ts'
import { ok, valueOf } from './outcome.ts'
import { asTimeZone } from './time-zone.ts'

fc.configureGlobal({ seed: 2017, numRuns: 300 })

const paris = asTimeZone('Europe/Paris')
const newYork = asTimeZone('America/New_York')
const at = (text: string) => valueOf(parseInstant(text))

describe('instants', () => {
  test.each([
    ['2017-11-04T13:30:00Z', '2017-11-04T13:30:00.000Z'],
    ['2017-11-04T09:30:00-04:00', '2017-11-04T13:30:00.000Z'],
    ['2017-11-04 13:30:00.123456+00', '2017-11-04T13:30:00.123Z'],
    ['2017-11-04T19:00+0530', '2017-11-04T13:30:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseInstant(text)).toEqual(ok(instant))
  })

  test.each(['2017-11-04T13:30:00', '2017-11-04', '2017-13-04T13:30:00Z', '2017-02-30T10:00:00Z', 'now', ''])(
    '%j is no instant',
    (text) => {
      expect(parseInstant(text)).toEqual({ ok: false, problem: { code: 'instant_unreadable', text } })
    },
  )

  test('instants sort as strings', () => {
    const anyInstant = fc.integer({ min: -1e12, max: 1e13 }).map(instantOfMilliseconds)

    fc.assert(
      fc.property(anyInstant, anyInstant, (a, b) => {
        expect(Math.sign(compareInstants(a, b))).toBe(Math.sign(millisecondsOf(a) - millisecondsOf(b)))
      }),
    )
  })

  test('minutes add up across midnight', () => {
    expect(addMinutes(at('2017-11-04T23:50:00Z'), 25)).toBe('2017-11-05T00:15:00.000Z')
  })
})

describe('clocks of a zone', () => {
  test('a meeting at 9:30 in Miami is at 13:30 UTC before the clocks change, 14:30 after', () => {
    const before = atLocalTime(asLocalDate('2017-11-04'), asLocalTime('09:30'), newYork)
    const after = atLocalTime(asLocalDate('2017-11-06'), asLocalTime('09:30'), newYork)

    expect(before).toEqual(ok({ instant: '2017-11-04T13:30:00.000Z', zone: newYork }))
    expect(after).toEqual(ok({ instant: '2017-11-06T14:30:00.000Z', zone: newYork }))
  })

  test('a time the clocks jumped over is refused, with the shifted one suggested', () => {
    expect(atLocalTime(asLocalDate('2017-03-26'), asLocalTime('02:30'), paris)).toEqual({
      ok: false,
      problem: { code: 'time_skipped', suggested: { instant: '2017-03-26T01:30:00.000Z', zone: paris } },
    })
  })

  test('a time the clocks showed twice is refused with both, unless the caller says which', () => {
    const date = asLocalDate('2017-10-29')
    const time = asLocalTime('02:30')
    const first = { instant: '2017-10-29T00:30:00.000Z' as Instant, zone: paris }
    const second = { instant: '2017-10-29T01:30:00.000Z' as Instant, zone: paris }

    expect(atLocalTime(date, time, paris)).toEqual({ ok: false, problem: { code: 'time_repeated', first, second } })
    expect(atLocalTime(date, time, paris, 'first')).toEqual(ok(first))
    expect(atLocalTime(date, time, paris, 'second')).toEqual(ok(second))
  })

  test('choosing between repeated times does not open skipped ones', () => {
    expect(atLocalTime(asLocalDate('2017-03-26'), asLocalTime('02:30'), paris, 'first').ok).toBe(false)
  })

  test('a day a whole country skipped is refused too', () => {
    expect(atLocalTime(asLocalDate('2011-12-30'), asLocalTime('12:00'), asTimeZone('Pacific/Apia')).ok).toBe(false)
  })

  test('what the clock shows gives back the moment, in every zone and season', () => {
    const zones = fc.constantFrom(
      ...['Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Africa/Abidjan', 'Australia/Lord_Howe'].map(asTimeZone),
    )
    const anyMinute = fc.integer({ min: 0, max: 60_000_000 }).map((minutes) => instantOfMilliseconds(minutes * 60_000))

    fc.assert(
      fc.property(anyMinute, zones, (instant, zone) => {
        const { date, time } = onTheClock({ instant, zone })
        const choices = (['first', 'second'] as const).map((choice) => valueOf(atLocalTime(date, time, zone, choice)).instant)

        expect(choices).toContain(instant)
      }),
    )
  })

  test('it is not the same day everywhere', () => {
    const moment = at('2017-11-04T23:30:00Z')

    expect(dateIn(paris, moment)).toBe('2017-11-05')
    expect(dateIn(newYork, moment)).toBe('2017-11-04')
  })
})

describe('writing a moment', () => {
  const miami = { instant: at('2017-11-04T13:30:00Z'), zone: newYork }

  test('the zone is always named', () => {
    expect(formatZoned(miami, 'fr')).toBe('samedi 4 novembre 2017 à 9\u00A0h\u00A030 (heure de New York)')
    expect(formatZoned(miami, 'en')).toBe('Saturday 4 November 2017 at 09:30 (New York time)')
    expect(formatZoned(miami, 'fr', 'time')).toBe('9\u00A0h\u00A030 (heure de New York)')
    expect(formatZoned({ ...miami, zone: asTimeZone('UTC') }, 'en', 'precise')).toBe('Saturday 4 November 2017 at 13:30 (UTC)')
  })

  test('a precise moment also tells the offset of that day', () => {
    expect(formatZoned(miami, 'fr', 'precise')).toBe('samedi 4 novembre 2017 à 9\u00A0h\u00A030 (heure de New York, UTC−4)')
    expect(formatZoned({ ...miami, zone: asTimeZone('Asia/Kolkata') }, 'en', 'precise')).toContain('(Kolkata time, UTC+5:30)')
    expect([0, 60, -210, 345].map(formatOffset)).toEqual(['UTC', 'UTC+1', 'UTC−3:30', 'UTC+5:45'])
  })
})
