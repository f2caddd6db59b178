import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, asLocalDate, compareDates } from '#platform/pure/local-date.ts'
import { nextAnniversary } from './anniversary.ts'

test('Hamburg, since 1958: sixty years in 2018, seen from the end of 2017', () => {
  expect(nextAnniversary(1958, asLocalDate('2017-11-04'))).toEqual({ years: 60, on: null, year: 2018 })
})

test('the day itself is celebrated, and the day after one waits five years', () => {
  const signed = asLocalDate('2017-10-20')

  expect(nextAnniversary(signed, asLocalDate('2022-10-20'))).toEqual({ years: 5, on: '2022-10-20', year: 2022 })
  expect(nextAnniversary(signed, asLocalDate('2022-10-21'))).toEqual({ years: 10, on: '2027-10-20', year: 2027 })
})

test('what was signed on 29 February is celebrated on the last day of February', () => {
  expect(nextAnniversary(asLocalDate('2004-02-29'), asLocalDate('2005-01-01'))).toEqual({ years: 5, on: '2009-02-28', year: 2009 })
})

test('an anniversary is never past, nor more than five years away, and always of five years by five', () => {
  const day = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays(asLocalDate('1850-01-01'), days))
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [since, today] = [a, b].toSorted(compareDates) as [typeof a, typeof a]
      const { years, on, year } = nextAnniversary(since, today)
      expect(years % 5).toBe(0)
      expect(on !== null && compareDates(on, today) >= 0).toBe(true)
      expect(year - Number(today.slice(0, 4))).toBeLessThanOrEqual(5)
    }),
  )
})
