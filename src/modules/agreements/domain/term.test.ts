import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, asLocalDate, type LocalDate } from '#platform/pure/local-date.ts'
import { dueNotice, endOf, lastDayOf, noticeDay, noticeMonths } from './term.ts'

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(asLocalDate('1950-01-01'), days))
const months = fc.integer({ min: 1, max: 600 })

/** An oracle that counts on its fingers: month after month, day after day, without any date library. */
function countedLastDay(from: LocalDate, count: number): string {
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  const first = Number(from.slice(8, 10))
  for (let step = 0; step < count; step += 1) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  if (first > daysIn(year, month)) return written(year, month, daysIn(year, month))
  if (first > 1) return written(year, month, first - 1)
  const [before, ofYear] = month === 1 ? [12, year - 1] : [month - 1, year]
  return written(ofYear, before, daysIn(ofYear, before))
}
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysIn = (year: number, month: number) => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
const written = (year: number, month: number, date: number) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

describe('the last day of a term', () => {
  test.each([
    ['2009-01-26', 24, '2011-01-25'],
    ['2017-05-01', 60, '2022-04-30'],
    ['2024-01-01', 24, '2025-12-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-02-28', 12, '2024-02-27'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-03-31', 1, '2024-04-30'],
    ['2023-12-31', 12, '2024-12-30'],
  ])('from %s for %i months is %s', (from, count, last) => {
    expect(lastDayOf(asLocalDate(from), count)).toBe(last)
  })

  test('is the one counted on one’s fingers, whatever the day, the year and the changes of clocks', () => {
    fc.assert(
      fc.property(day, months, (from, count) => {
        expect(lastDayOf(from, count)).toBe(countedLastDay(from, count))
      }),
    )
  })

  test('does not depend on the zone of the machine', () => {
    const zone = process.env.TZ
    try {
      for (const elsewhere of ['Pacific/Apia', 'America/Sao_Paulo', 'Europe/Paris', 'Africa/Casablanca']) {
        process.env.TZ = elsewhere
        fc.assert(
          fc.property(day, months, (from, count) => {
            expect(lastDayOf(from, count)).toBe(countedLastDay(from, count))
          }),
          { numRuns: 50 },
        )
      }
    } finally {
      process.env.TZ = zone
    }
  })

  test('terms that follow each other neither overlap nor leave a day between them', () => {
    const earlyDay = day.filter((date) => Number(date.slice(8)) <= 28)
    fc.assert(
      fc.property(earlyDay, months, months, (from, one, other) => {
        const second = addDays(lastDayOf(from, one), 1)

        expect(lastDayOf(second, other)).toBe(lastDayOf(from, one + other))
      }),
    )
  })

  test('a longer term ends later', () => {
    fc.assert(
      fc.property(day, months, (from, count) => {
        expect(lastDayOf(from, count) < lastDayOf(from, count + 1)).toBe(true)
      }),
    )
  })

  test('the latest amendment has the last word', () => {
    const term = { runsFrom: null, months: null, lastDay: asLocalDate('2011-01-25'), prolongedTo: null }

    expect(endOf(term)).toBe('2011-01-25')
    expect(endOf({ ...term, prolongedTo: asLocalDate('2012-01-25') })).toBe('2012-01-25')
  })
})

describe('the notices of a term', () => {
  const lastDay = asLocalDate('2027-01-25')

  test.each([
    ['2026-01-24', [], null],
    ['2026-01-25', [], 12],
    ['2026-03-02', [12], null],
    ['2026-07-25', [12], 6],
    ['2026-10-25', [12, 6], 3],
    ['2027-01-25', [12, 6, 3], null],
    ['2027-01-26', [], null],
    ['2026-11-01', [], 3],
  ])('on %s, when %j have left, it is %j', (today, sent, due) => {
    expect(dueNotice(lastDay, sent, asLocalDate(today))).toBe(due)
  })

  test('someone who looks every day is told once for each notice, on its day', () => {
    fc.assert(
      fc.property(day, (end) => {
        const sent: number[] = []
        const days: string[] = []
        for (let today = addDays(end, -400); today <= end; today = addDays(today, 1)) {
          const due = dueNotice(end, sent, today)
          if (due === null) continue
          sent.push(due)
          days.push(today)
        }

        expect(sent).toEqual([...noticeMonths])
        expect(days).toEqual(noticeMonths.map((count) => noticeDay(end, count)))
      }),
      { numRuns: 20 },
    )
  })
})
