import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  asLocalDate,
  compareDates,
  dateOfParts,
  dayOfWeek,
  daysBetween,
  daysInclusive,
  parseIsoDate,
  partsOf,
  type LocalDate,
} from './local-date.ts'
import { ok } from './outcome.ts'

fc.configureGlobal({ seed: 2017, numRuns: 500 })

const anyDate = fc
  .date({ min: new Date('1583-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as LocalDate)

describe('local dates', () => {
  test.each([
    ['2017-10-20', '2019-02-08', 476],
    ['2017-11-10', '2019-02-08', 455],
    ['2017-12-07', '2019-02-08', 428],
    ['2017-10-19', '2017-10-19', 0],
    ['2020-03-01', '2020-02-28', -2],
  ])('from %s to %s there are %i days', (from, to, days) => {
    expect(daysBetween(asLocalDate(from), asLocalDate(to))).toBe(days)
  })

  test.each([
    ['2017-10-19', '2017-10-20', 2],
    ['2017-11-04', '2017-11-10', 7],
    ['2024-05-24', '2024-05-31', 8],
    ['2017-03-25', '2017-03-27', 3],
  ])('a stay from %s to %s lasts %i days, both ends counted', (from, to, days) => {
    expect(daysInclusive(asLocalDate(from), asLocalDate(to))).toBe(days)
  })

  test('a stay that ends before it starts is a bug', () => {
    expect(() => daysInclusive(asLocalDate('2017-10-20'), asLocalDate('2017-10-19'))).toThrow('ends on or after')
  })

  test('adding days and counting them are inverse, across leap years', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -100_000, max: 100_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  test('parts give back their date, and dates sort as strings', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(dateOfParts(partsOf(a))).toEqual(ok(a))
        expect(Math.sign(compareDates(a, b))).toBe(Math.sign(daysBetween(b, a)))
      }),
    )
  })

  test('the day of the week advances by one each day', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(dayOfWeek(addDays(date, 1))).toBe((dayOfWeek(date) + 1) % 7)
      }),
    )
    expect(dayOfWeek(asLocalDate('2017-11-04'))).toBe(6)
    expect(dayOfWeek(asLocalDate('1969-12-28'))).toBe(0)
  })

  test.each([
    ['2017-01-31', 1, '2017-02-28'],
    ['2020-02-29', 12, '2021-02-28'],
    ['2017-11-10', -6, '2017-05-10'],
    ['2017-11-10', 14, '2019-01-10'],
    ['2017-03-31', -1, '2017-02-28'],
  ])('%s moved by %i months is %s', (date, months, moved) => {
    expect(addMonths(asLocalDate(date), months)).toBe(moved)
  })

  test('a day the calendar does not have is refused', () => {
    expect(parseIsoDate('2017-02-29')).toEqual({ ok: false, problem: { code: 'date_does_not_exist', year: 2017, month: 2, day: 29 } })
    expect(parseIsoDate('2017-13-01').ok).toBe(false)
    expect(parseIsoDate('2017-00-10').ok).toBe(false)
    expect(parseIsoDate('0017-01-10')).toEqual({ ok: false, problem: { code: 'date_year_out_of_range', year: 17 } })
    expect(parseIsoDate('2017-1-1')).toEqual({ ok: false, problem: { code: 'date_unreadable', text: '2017-1-1' } })
  })

  test('a trusted date that is none is a bug, and so is leaving the calendar', () => {
    expect(() => asLocalDate('4 novembre 2017')).toThrow('YYYY-MM-DD')
    expect(() => addDays(asLocalDate('9999-12-31'), 1)).toThrow('between the years')
    expect(() => addMonths(asLocalDate('9999-12-31'), 1)).toThrow('between the years')
  })
})
