import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LocalDate, addDays, asLocalDate } from '#platform/pure/local-date.ts'
import { type AffiliationDraft, decideAffiliation } from './affiliation.ts'
import { type Affiliation, inReadingOrder, isCurrent } from './person.ts'

const day = (text: string | null) => (text === null ? null : asLocalDate(text))
const mayor = (from: string | null, to: string | null): AffiliationDraft => ({
  capacity: { fr: 'maire', en: 'mayor' },
  startsOn: day(from),
  endsOn: day(to),
})

test('a capacity without words is refused', () => {
  expect(decideAffiliation({ ...mayor(null, null), capacity: { fr: '  ' } }, [])).toEqual({
    ok: false,
    problem: { code: 'capacity_missing' },
  })
})

test('an affiliation that ends the day before it starts is refused, one of a single day is not', () => {
  expect(decideAffiliation(mayor('2020-07-04', '2020-07-03'), [])).toEqual({ ok: false, problem: { code: 'ends_before_it_starts' } })
  expect(decideAffiliation(mayor('2020-07-04', '2020-07-04'), []).ok).toBe(true)
})

test.each([
  [null, null, null, null],
  ['2014-04-01', '2020-07-03', '2020-07-03', null],
  ['2014-04-01', null, '2020-07-04', '2026-03-01'],
  [null, '2020-07-03', null, '2014-01-01'],
])('the same capacity is not held twice at once: %s–%s and %s–%s', (from, to, otherFrom, otherTo) => {
  expect(decideAffiliation(mayor(from, to), [mayor(otherFrom, otherTo)])).toEqual({ ok: false, problem: { code: 'held_already' } })
})

test('the same capacity may come back the day after it ended', () => {
  expect(decideAffiliation(mayor('2020-07-04', null), [mayor('2014-04-01', '2020-07-03')]).ok).toBe(true)
})

test('another capacity may be held at the same time', () => {
  const chair = { ...mayor(null, null), capacity: { fr: 'présidente de la commission des finances' } }

  expect(decideAffiliation(chair, [mayor(null, null)]).ok).toBe(true)
})

test('whether two terms collide does not depend on which is asked first', () => {
  const date = fc.option(
    fc.integer({ min: 0, max: 400 }).map((days) => addDays(asLocalDate('2020-01-01'), days)),
    { nil: null },
  )
  const term = fc
    .tuple(date, date)
    .filter(([from, to]) => from === null || to === null || from <= to)
    .map(([startsOn, endsOn]): AffiliationDraft => ({ capacity: { fr: 'maire' }, startsOn, endsOn }))

  fc.assert(
    fc.property(term, term, (a, b) => {
      const shareADay = Array.from({ length: 403 }, (_, index) => addDays(asLocalDate('2019-12-31'), index)).some(
        (on) => isCurrent(a, on) && isCurrent(b, on),
      )
      expect(decideAffiliation(a, [b]).ok).toBe(!shareADay)
      expect(decideAffiliation(b, [a]).ok).toBe(!shareADay)
    }),
  )
})

test('affiliations are read today’s first, then those to come, then the past from the latest', () => {
  const named = (id: string, startsOn: string | null, endsOn: string | null) => ({ id, startsOn, endsOn }) as unknown as Affiliation
  const affiliations = [
    named('old', '2001-01-01', '2008-03-01'),
    named('next', '2030-01-01', null),
    named('recent', '2008-03-02', '2014-03-01'),
    named('now', '2014-03-02', null),
  ]

  const order = inReadingOrder(affiliations, '2019-02-08' as LocalDate).map(({ id }) => id)

  expect(order).toEqual(['now', 'next', 'recent', 'old'])
})
