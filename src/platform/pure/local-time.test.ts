import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asLocalTime, formatTime, minutesOf, parseLocalTime, timeOfMinutes } from './local-time.ts'
import { ok } from './outcome.ts'

fc.configureGlobal({ seed: 2017, numRuns: 500 })

describe('wall-clock times', () => {
  test.each([
    ['14:30', '14:30'],
    ['14h30', '14:30'],
    ['14\u00A0h\u00A030', '14:30'],
    ['14.30', '14:30'],
    ['9 h', '09:00'],
    ['9H05', '09:05'],
    ['0:00', '00:00'],
    ['2:30 pm', '14:30'],
    ['2 p.m.', '14:00'],
    ['12 am', '00:00'],
    ['12:15 PM', '12:15'],
    ['midi', '12:00'],
    ['Midnight', '00:00'],
  ])('« %s » is %s', (text, time) => {
    expect(parseLocalTime(text)).toEqual(ok(time))
  })

  test.each([
    ['', { code: 'time_empty' }],
    ['14', { code: 'time_unreadable', text: '14' }],
    ['14:', { code: 'time_unreadable', text: '14:' }],
    ['14:3', { code: 'time_unreadable', text: '14:3' }],
    ['tôt', { code: 'time_unreadable', text: 'tôt' }],
    ['24:00', { code: 'time_does_not_exist', hours: 24, minutes: 0 }],
    ['12h60', { code: 'time_does_not_exist', hours: 12, minutes: 60 }],
    ['14:30 pm', { code: 'time_does_not_exist', hours: 14, minutes: 30 }],
  ])('« %s » is refused', (text, problem) => {
    expect(parseLocalTime(text)).toEqual({ ok: false, problem })
  })

  test('every minute of the day is written and read back in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.constantFrom('fr' as const, 'en' as const), (minutes, locale) => {
        const time = timeOfMinutes(minutes)

        expect(minutesOf(time)).toBe(minutes)
        expect(parseLocalTime(formatTime(time, locale))).toEqual(ok(time))
      }),
    )
  })

  test('French times are set with unbreakable spaces and without useless zeros', () => {
    expect(formatTime(asLocalTime('09:30:00'), 'fr')).toBe('9\u00A0h\u00A030')
    expect(formatTime(asLocalTime('14:00'), 'fr')).toBe('14\u00A0h')
    expect(formatTime(asLocalTime('09:05'), 'en')).toBe('09:05')
  })

  test('a trusted time that is none is a bug', () => {
    expect(() => asLocalTime('9:30')).toThrow('HH:mm')
    expect(() => timeOfMinutes(1440)).toThrow('1440')
  })
})
