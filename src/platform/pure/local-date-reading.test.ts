import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate } from './local-date-format.ts'
import { parseLocalDate } from './local-date-reading.ts'
import type { LocalDate } from './local-date.ts'
import { LOCALES } from './locale.ts'
import { ok } from './outcome.ts'

fc.configureGlobal({ seed: 2017, numRuns: 500 })

describe('reading a date', () => {
  test.each([
    '2017-11-04',
    '04/11/2017',
    '4/11/2017',
    '04.11.2017',
    '04-11-2017',
    ' 4 novembre\u00A02017 ',
    '4 NOV. 2017',
    'le samedi 4 novembre 2017',
    'sam. 4 nov. 2017',
    '4 November 2017',
    '4th of November 2017',
    'Saturday, 4 November 2017',
    'November 4, 2017',
    'Nov. 4th, 2017',
    'Saturday, November 4, 2017',
    '4-Nov-2017',
  ])('« %s » is 4 November 2017', (text) => {
    expect(parseLocalDate(text)).toEqual(ok('2017-11-04'))
  })

  test.each([
    ['1er février 2019', '2019-02-01'],
    ['1 fev 2019', '2019-02-01'],
    ['15 août 2020', '2020-08-15'],
    ['15 aout 2020', '2020-08-15'],
    ['3 juil. 2020', '2020-07-03'],
    ['3 mar 2020', '2020-03-03'],
    ['29 février 2020', '2020-02-29'],
  ])('« %s » is %s', (text, date) => {
    expect(parseLocalDate(text)).toEqual(ok(date))
  })

  test.each([
    ['', { code: 'date_empty' }],
    ['\u00A0 ', { code: 'date_empty' }],
    ['bientôt', { code: 'date_unreadable', text: 'bientôt' }],
    ['4 brumaire 2017', { code: 'date_unreadable', text: '4 brumaire 2017' }],
    ['4 jui 2017', { code: 'date_unreadable', text: '4 jui 2017' }],
    ['2017-11', { code: 'date_unreadable', text: '2017-11' }],
    ['43043', { code: 'date_unreadable', text: '43043' }],
    ['4 novembre', { code: 'date_year_missing', text: '4 novembre' }],
    ['04/11', { code: 'date_year_missing', text: '04/11' }],
    ['04/11/17', { code: 'date_year_two_digits', text: '04/11/17' }],
    ['4 novembre 17', { code: 'date_year_two_digits', text: '4 novembre 17' }],
    ['4 novembre 20171', { code: 'date_year_out_of_range', year: 20171 }],
    ['11/25/2017', { code: 'date_month_first', text: '11/25/2017' }],
    ['31/02/2017', { code: 'date_does_not_exist', year: 2017, month: 2, day: 31 }],
    ['32/13/2017', { code: 'date_does_not_exist', year: 2017, month: 13, day: 32 }],
    ['29 février 2017', { code: 'date_does_not_exist', year: 2017, month: 2, day: 29 }],
    ['lundi 4 novembre 2017', { code: 'date_weekday_differs', date: '2017-11-04', actual: 6 }],
  ])('« %s » is refused', (text, problem) => {
    expect(parseLocalDate(text)).toEqual({ ok: false, problem })
  })

  test('every date is read back from every way we write it', () => {
    const anyDate = fc
      .date({ min: new Date('1583-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10) as LocalDate)

    fc.assert(
      fc.property(
        anyDate,
        fc.constantFrom(...LOCALES),
        fc.constantFrom('full' as const, 'long' as const, 'short' as const),
        (date, locale, style) => {
          expect(parseLocalDate(formatDate(date, locale, style))).toEqual(ok(date))
        },
      ),
    )
  })

  test('any text gets an answer, never an error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof parseLocalDate(text).ok).toBe('boolean')
      }),
    )
  })
})
