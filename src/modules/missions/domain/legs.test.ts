import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, asLocalDate } from '#platform/pure/local-date.ts'
import { decideLegs, maxLegs } from './legs.ts'
import type { NewLeg } from './mission.ts'

const leg = (from: string, to: string): NewLeg => ({
  cityId: null,
  cityName: { fr: 'Québec' },
  country: 'CA',
  startsOn: asLocalDate(from),
  endsOn: asLocalDate(to),
  timeZone: 'America/Toronto',
})

test('a leg that ends before it starts is refused at its own place', () => {
  expect(decideLegs([leg('2024-05-24', '2024-05-27'), leg('2024-05-31', '2024-05-27')])).toEqual({
    ok: false,
    problem: { code: 'leg_ends_before_it_starts', position: 1 },
  })
})

test('two legs that share more than the day of the transfer are refused', () => {
  expect(decideLegs([leg('2024-05-24', '2024-05-28'), leg('2024-05-27', '2024-05-31')])).toEqual({
    ok: false,
    problem: { code: 'legs_overlap', position: 1 },
  })
})

test('Québec then Montréal, on the same transfer day, is a journey', () => {
  const legs = [leg('2024-05-24', '2024-05-27'), leg('2024-05-27', '2024-05-31')]

  expect(decideLegs(legs)).toEqual({ ok: true, value: legs })
})

test('more legs than a journey can hold are refused', () => {
  const many = Array.from({ length: maxLegs + 1 }, (_, index) =>
    leg(addDays(asLocalDate('2024-01-01'), index), addDays(asLocalDate('2024-01-01'), index)),
  )

  expect(decideLegs(many)).toEqual({ ok: false, problem: { code: 'too_many_legs', position: maxLegs } })
})

test('the order in which contiguous legs are given does not matter', () => {
  const journey = [leg('2024-05-24', '2024-05-25'), leg('2024-05-25', '2024-05-27'), leg('2024-05-28', '2024-05-31')]

  fc.assert(
    fc.property(fc.shuffledSubarray(journey, { minLength: 3 }), (shuffled) => {
      expect(decideLegs(shuffled)).toEqual({ ok: true, value: journey })
    }),
  )
})
