import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, asLocalDate } from '#platform/pure/local-date.ts'
import { type OrderDraft, decideOrders, freezeOrder, lastDayOfTwelveMonths, orderNumber, thawOrder } from './travel-order.ts'

const mission = { startsOn: asLocalDate('2027-03-05'), endsOn: asLocalDate('2027-03-09') }
const staff = [{ category: 'staff', state: 'registered' }] as const
const draft: OrderDraft = {
  issuedOn: asLocalDate('2027-02-20'),
  validFrom: asLocalDate('2027-03-05'),
  validUntil: asLocalDate('2027-03-09'),
  transport: 'Train',
  expenses: '',
}

test('an order signed before departure, for the days of the mission, is issued', () => {
  expect(decideOrders(mission, staff, draft)).toEqual({ ok: true, value: null })
})

test.each<[string, Parameters<typeof decideOrders>]>([
  ['nothing_chosen', [mission, [], draft]],
  ['a_travel_order_is_for_staff', [mission, [{ category: 'elected', state: 'registered' }], draft]],
  ['a_travel_order_is_for_staff', [mission, [{ category: 'staff', state: 'withdrawn' }], draft]],
  ['mission_without_dates', [{ startsOn: null, endsOn: null }, staff, draft]],
  ['ends_after_it_begins', [mission, staff, { ...draft, validUntil: asLocalDate('2027-03-04') }]],
  ['valid_twelve_months_at_most', [mission, staff, { ...draft, validUntil: asLocalDate('2028-03-05') }]],
  ['signed_before_it_is_valid', [mission, staff, { ...draft, issuedOn: asLocalDate('2027-03-06') }]],
  ['does_not_cover_the_mission', [mission, staff, { ...draft, validUntil: asLocalDate('2027-03-08') }]],
])('%s', (code, args) => {
  expect(decideOrders(...args)).toEqual({ ok: false, problem: { code } })
})

test('twelve months end on the eve of the same day, also after 29 February', () => {
  expect(lastDayOfTwelveMonths(asLocalDate('2027-03-05'))).toBe('2028-03-04')
  expect(lastDayOfTwelveMonths(asLocalDate('2028-02-29'))).toBe('2029-02-27')
})

test('an order is never valid beyond twelve months, whatever its dates', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 800 }), (start, length) => {
      const validFrom = addDays(asLocalDate('2027-01-01'), -start)
      const validUntil = addDays(validFrom, length)
      const decided = decideOrders(mission, staff, { ...draft, issuedOn: validFrom, validFrom, validUntil })
      if (decided.ok) expect(validUntil <= lastDayOfTwelveMonths(validFrom)).toBe(true)
    }),
  )
})

test('a number reads as a register writes it, and frozen facts thaw as they were', () => {
  const facts = {
    ...draft,
    language: 'fr',
    organisation: 'Ville de Rochebrune',
    number: 'OM-2027-0014',
    givenName: 'Ana',
    familyName: 'Béal',
    capacity: { fr: 'Chargée de mission' },
    missionTitle: { fr: 'Gênes' },
    missionPurpose: {},
    legs: [{ cityName: { fr: 'Gênes' }, country: 'IT', startsOn: mission.startsOn, endsOn: mission.endsOn }],
    signatory: { name: 'Léon Roy', capacity: 'Maire', authority: '', place: 'Rochebrune' },
  } as const

  expect(orderNumber({ year: 2027, number: 14 })).toBe('OM-2027-0014')
  expect(thawOrder(freezeOrder(facts).text)).toEqual(facts)
})
