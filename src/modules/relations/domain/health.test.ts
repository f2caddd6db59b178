import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, asLocalDate, compareDates } from '#platform/pure/local-date.ts'
import { healthOf, monthsBetween, SILENCE_MONTHS } from './health.ts'

const today = asLocalDate('2017-11-10')
const quiet = { contacts: [], endings: [], promises: [] }
const promise = { what: 'Envoyer le film', dueOn: asLocalDate('2017-11-09'), isOpen: true, isOurs: true }

test('a relation of which nothing is noted says so, and is not called silent', () => {
  expect(healthOf(quiet, today)).toEqual([{ code: 'no_contact' }])
})

test('eighteen months to the day are not silence yet; one day more is', () => {
  const atTheLimit = addMonths(today, -SILENCE_MONTHS)

  expect(healthOf({ ...quiet, contacts: [atTheLimit] }, today)).toEqual([{ code: 'lively', lastOn: atTheLimit }])
  expect(healthOf({ ...quiet, contacts: [addDays(atTheLimit, -1)] }, today)).toEqual([{ code: 'silent', lastOn: '2016-05-09', months: 18 }])
})

test('what is to come is no contact yet', () => {
  expect(healthOf({ ...quiet, contacts: [asLocalDate('2018-03-01')] }, today)).toEqual([{ code: 'no_contact' }])
})

test('a promise is late the day after its day, unless it is settled or has none', () => {
  const promises = [promise, { ...promise, dueOn: today }, { ...promise, isOpen: false }, { ...promise, dueOn: null }]

  expect(healthOf({ contacts: [today], endings: [], promises }, today)).toEqual([
    { code: 'promise_overdue', what: 'Envoyer le film', dueOn: '2017-11-09', isOurs: true },
  ])
})

test('a relation is lively only when nothing is overdue, ending or silent', () => {
  const ending = { title: { fr: 'Jumelage' }, lastDay: asLocalDate('2018-01-25') }

  expect(healthOf({ contacts: [today], endings: [ending], promises: [promise] }, today).map(({ code }) => code)).toEqual([
    'promise_overdue',
    'agreement_ending',
  ])
})

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(asLocalDate('1900-01-01'), days))

test('whole months are the most that fit, whatever the days', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [from, to] = [a, b].toSorted(compareDates) as [typeof a, typeof a]
      const months = monthsBetween(from, to)
      expect(compareDates(addMonths(from, months), to)).toBeLessThanOrEqual(0)
      expect(compareDates(addMonths(from, months + 1), to)).toBeGreaterThan(0)
    }),
  )
})
