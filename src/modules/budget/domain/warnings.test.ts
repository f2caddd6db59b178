import { expect, test } from 'vitest'
import type { OrganisationId } from '#platform/actor.ts'
import { asId } from '#platform/pure/ids.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { money } from '#platform/pure/money.ts'
import { dateWarningOf, isSamePurchase } from './warnings.ts'

const mission = { startsOn: asLocalDate('2017-11-04'), endsOn: asLocalDate('2017-11-10') }
const today = asLocalDate('2019-02-08')

test.each([
  ['2019-02-09', 'spent_in_the_future'],
  ['2019-02-08', 'spent_long_after'],
  ['2018-11-11', 'spent_long_after'],
  ['2018-11-10', null],
  ['2017-11-06', null],
  ['2016-11-04', null],
  ['2016-11-03', 'spent_long_before'],
])('an expense of %s deserves a second look: %s', (date, warning) => {
  expect(dateWarningOf(asLocalDate(date), mission, today)).toBe(warning)
})

test('without dates of the mission, only the future is surprising', () => {
  const undated = { startsOn: null, endsOn: null }

  expect(dateWarningOf(asLocalDate('1999-01-01'), undated, today)).toBeNull()
  expect(dateWarningOf(asLocalDate('2019-02-09'), undated, today)).toBe('spent_in_the_future')
})

test('the same purchase has the same payer, day, supplier and amount, whatever the capitals', () => {
  const payer: OrganisationId = asId('0198c000-0000-7000-8000-000000000001')
  const taxi = { organisationId: payer, spentOn: asLocalDate('2017-11-06'), supplier: 'Taxi Biscayne', amount: money(2_470n, 'USD') }

  expect(isSamePurchase(taxi, { ...taxi, supplier: ' TAXI biscayne' })).toBe(true)
  expect(isSamePurchase(taxi, { ...taxi, amount: money(2_470n, 'EUR') })).toBe(false)
  expect(isSamePurchase(taxi, { ...taxi, amount: money(2_471n, 'USD') })).toBe(false)
  expect(isSamePurchase(taxi, { ...taxi, spentOn: asLocalDate('2017-11-07') })).toBe(false)
})
