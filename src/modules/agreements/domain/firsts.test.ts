import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, asLocalDate } from '#platform/pure/local-date.ts'
import { isFirstOfCountry, roundYears, type Signed, wholeYears, yearsTogether } from './firsts.ts'

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(asLocalDate('1950-01-01'), days))
const register = fc
  .array(
    fc.record({ country: fc.constantFrom('US', 'CA', 'IT'), signedOn: day, isUndated: fc.constant(false), isWithCity: fc.constant(true) }),
    { maxLength: 12 },
  )
  .map((rows): Signed[] => rows.map((row, index) => ({ ...row, id: String(index) })))

describe('the first agreement with a city of a country', () => {
  test('Miami is the first of the United States; what was signed with Italy before changes nothing', () => {
    const miami = { id: 'miami', country: 'US', signedOn: asLocalDate('2017-11-06'), isUndated: false, isWithCity: true }
    const genoa = { id: 'genoa', country: 'IT', signedOn: asLocalDate('2017-10-19'), isUndated: false, isWithCity: true }

    expect(isFirstOfCountry(miami, [miami, genoa])).toBe(true)
    expect(isFirstOfCountry(miami, [miami, genoa, { ...miami, id: 'other', signedOn: asLocalDate('2009-01-26') }])).toBe(false)
  })

  test('nothing is first while an agreement of that country exists whose day nobody knows', () => {
    const dated = { id: '1', country: 'CA', signedOn: asLocalDate('2024-05-28'), isUndated: false, isWithCity: true }

    expect(isFirstOfCountry(dated, [dated, { id: '2', country: 'CA', signedOn: null, isUndated: true, isWithCity: true }])).toBe(false)
  })

  test('an agreement with a State, or with a network, is no first, and takes nothing from the first city', () => {
    const tunis = { id: 'tunis', country: 'TN', signedOn: asLocalDate('2020-05-04'), isUndated: false, isWithCity: true }
    const tunisia = { id: 'tunisia', country: 'TN', signedOn: asLocalDate('2018-03-01'), isUndated: false, isWithCity: false }

    expect([tunis, tunisia].map((each) => isFirstOfCountry(each, [tunis, tunisia]))).toEqual([true, false])
  })

  test('a country has one first at most, and it has one unless two share the earliest day', () => {
    fc.assert(
      fc.property(register, (signed) => {
        for (const country of new Set(signed.map((each) => each.country))) {
          const ofCountry = signed.filter((each) => each.country === country)
          const earliest = ofCountry.map(({ signedOn }) => signedOn).sort()[0]
          const firsts = ofCountry.filter((each) => isFirstOfCountry(each, signed))
          const isAlone = ofCountry.filter(({ signedOn }) => signedOn === earliest).length === 1

          expect(firsts.map(({ signedOn }) => signedOn)).toEqual(isAlone ? [earliest] : [])
        }
      }),
    )
  })

  test('the order of the register says nothing', () => {
    fc.assert(
      fc.property(register, (signed) => {
        const said = (rows: readonly Signed[]) => signed.map((each) => isFirstOfCountry(each, rows))

        expect(said(signed.toReversed())).toEqual(said(signed))
      }),
    )
  })
})

describe('years', () => {
  test('whole years are those whose anniversaries have come', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 20_000 }), (from, days) => {
        const to = addDays(from, days)
        let anniversaries = 0
        for (let year = Number(from.slice(0, 4)) + 1; `${year}${from.slice(4)}` <= to; year += 1) anniversaries += 1

        expect(wholeYears(from, to)).toBe(anniversaries)
      }),
    )
  })

  test('Nantes and Québec, since 2013, in May 2024: eleven calendar years, of which more than ten is true whatever the day', () => {
    const years = yearsTogether(2013, asLocalDate('2024-05-28'))

    expect(years).toBe(11)
    expect(roundYears(years)).toBe(10)
  })

  test('what « more than » says is always less than what was lived, even from the last day of the first year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2020 }), day, (since, on) => {
        const said = roundYears(yearsTogether(since, on))

        if (said !== null) expect(wholeYears(asLocalDate(`${since}-12-31`), on)).toBeGreaterThanOrEqual(said)
      }),
    )
  })
})
