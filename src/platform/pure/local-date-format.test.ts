import { describe, expect, test } from 'vitest'
import { formatDate, formatPeriod, formatPeriodLabel, monthName, weekdayName } from './local-date-format.ts'
import { asLocalDate } from './local-date.ts'

describe('writing a date', () => {
  test.each([
    ['2017-10-19', 'fr', 'long', '19 octobre 2017'],
    ['2017-07-01', 'fr', 'long', '1er juillet 2017'],
    ['2017-10-19', 'fr', 'full', 'jeudi 19 octobre 2017'],
    ['2017-07-01', 'fr', 'short', '01/07/2017'],
    ['2017-10-19', 'en', 'long', '19 October 2017'],
    ['2017-07-01', 'en', 'full', 'Saturday 1 July 2017'],
    ['2017-07-01', 'en', 'short', '01/07/2017'],
  ] as const)('%s in %s, %s, is « %s »', (date, locale, style, text) => {
    expect(formatDate(asLocalDate(date), locale, style)).toBe(text)
  })

  test('our names of months and weekdays are those of Unicode', () => {
    for (const locale of ['fr', 'en'] as const) {
      for (let month = 1; month <= 12; month++) {
        const unicode = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2017, month - 1, 1)))
        expect(monthName(month, locale)).toBe(unicode)
      }
      for (let day = 1; day <= 7; day++) {
        const unicode = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2017, 9, day)))
        expect(weekdayName(asLocalDate(`2017-10-0${day}`), locale)).toBe(unicode)
      }
    }
  })
})

describe('writing a period', () => {
  test.each([
    ['2017-10-19', '2017-10-19', 'le 19 octobre 2017', '19 octobre 2017', 'on 19 October 2017', '19 October 2017'],
    ['2017-10-19', '2017-10-20', 'du 19 au 20 octobre 2017', '19–20 octobre 2017', 'from 19 to 20 October 2017', '19–20 October 2017'],
    ['2017-11-04', '2017-11-10', 'du 4 au 10 novembre 2017', '4–10 novembre 2017', 'from 4 to 10 November 2017', '4–10 November 2017'],
    ['2017-11-01', '2017-11-03', 'du 1er au 3 novembre 2017', '1er–3 novembre 2017', 'from 1 to 3 November 2017', '1–3 November 2017'],
    [
      '2017-10-30',
      '2017-11-02',
      'du 30 octobre au 2 novembre 2017',
      '30 octobre – 2 novembre 2017',
      'from 30 October to 2 November 2017',
      '30 October – 2 November 2017',
    ],
    [
      '2017-12-30',
      '2018-01-01',
      'du 30 décembre 2017 au 1er janvier 2018',
      '30 décembre 2017 – 1er janvier 2018',
      'from 30 December 2017 to 1 January 2018',
      '30 December 2017 – 1 January 2018',
    ],
    [
      '2017-10-19',
      '2018-10-20',
      'du 19 octobre 2017 au 20 octobre 2018',
      '19 octobre 2017 – 20 octobre 2018',
      'from 19 October 2017 to 20 October 2018',
      '19 October 2017 – 20 October 2018',
    ],
  ])('from %s to %s', (from, to, french, frenchLabel, english, englishLabel) => {
    const period = [asLocalDate(from), asLocalDate(to)] as const

    expect(formatPeriod(...period, 'fr')).toBe(french)
    expect(formatPeriodLabel(...period, 'fr')).toBe(frenchLabel)
    expect(formatPeriod(...period, 'en')).toBe(english)
    expect(formatPeriodLabel(...period, 'en')).toBe(englishLabel)
  })

  test('a period that ends before it starts is a bug', () => {
    expect(() => formatPeriod(asLocalDate('2017-10-20'), asLocalDate('2017-10-19'), 'fr')).toThrow('ends on or after')
  })
})
