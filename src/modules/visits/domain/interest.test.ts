import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { type Criterion, type CriterionId, inReadingOrder, weighInterest } from './interest.ts'

const asked = {
  country: 'US',
  city: 'Miami',
  topics: 'Croisières',
  purpose: 'Visiter le grand port',
  askerKind: 'authority',
  peopleCount: 12,
} as const
const on = asLocalDate('2026-05-04')

function criterion(facts: Partial<Criterion>): Criterion {
  return {
    id: 'c' as CriterionId,
    kind: 'country',
    value: 'US',
    reason: { fr: 'Pays prioritaire' },
    weight: 2,
    partner: '',
    validFrom: null,
    validTo: null,
    ...facts,
  }
}
const weigh = (criteria: readonly Criterion[], isKnown = false) => weighInterest(asked, criteria, { isKnown, strongFrom: 4, on })

describe('what a criterion looks at', () => {
  test.each([
    ['country', 'US', 'IT'],
    ['city', 'miami', 'Mia'],
    ['topic', 'port, CROISIERES', 'transport'],
    ['asker', 'authority', 'company'],
    ['size', '12', '13'],
  ] as const)('%s', (kind, holds, does) => {
    expect(weigh([criterion({ kind, value: holds })]).sum).toBe(2)
    expect(weigh([criterion({ kind, value: does })]).sum).toBe(0)
  })

  test('those one has met before', () => {
    expect(weigh([criterion({ kind: 'known', value: '' })], true).sum).toBe(2)
    expect(weigh([criterion({ kind: 'known', value: '' })], false).sum).toBe(0)
  })

  test('a word is whole: « port » is not in « transport »', () => {
    const { sum } = weighInterest({ ...asked, topics: 'transport', purpose: '' }, [criterion({ kind: 'topic', value: 'port' })], {
      isKnown: false,
      strongFrom: 4,
      on,
    })
    expect(sum).toBe(0)
  })
})

test.each([
  [{ validFrom: asLocalDate('2026-05-05') }, 0],
  [{ validFrom: asLocalDate('2026-05-04') }, 2],
  [{ validTo: asLocalDate('2026-05-04') }, 2],
  [{ validTo: asLocalDate('2026-05-03') }, 0],
])('a criterion holds between its dates, both included: %o', (dates, sum) => {
  expect(weigh([criterion(dates)]).sum).toBe(sum)
})

test('the sum decides the level, and a partner is named once, by what speaks for the visit only', () => {
  const interest = weigh([
    criterion({ weight: 3, partner: 'Grand port' }),
    criterion({ weight: 2, kind: 'size', value: '10', partner: 'Grand port' }),
    criterion({ weight: -1, kind: 'asker', value: 'authority', partner: 'Préfecture' }),
  ])

  expect(interest).toMatchObject({ level: 'strong', sum: 4, partners: ['Grand port'] })
  expect(interest.reasons.map(({ weight }) => weight)).toEqual([3, 2, -1])
})

test('the order of the criteria changes nothing to the level', () => {
  const weights = fc.array(
    fc.integer({ min: -5, max: 5 }).filter((weight) => weight !== 0),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(weights, (list) => {
      const criteria = list.map((weight) => criterion({ weight }))

      expect(weigh(criteria).level).toBe(weigh(criteria.toReversed()).level)
      expect(weigh(criteria).sum).toBe(list.reduce((sum, weight) => sum + weight, 0))
    }),
  )
})

test('the strongest interest is read first, and then what has waited longer', () => {
  const waiting = (level: 'strong' | 'some', day: number) => ({ interest: { level }, request: { receivedAt: `2026-05-0${day}T08:00:00Z` } })

  expect(inReadingOrder([waiting('some', 1), waiting('strong', 3), waiting('strong', 2)])).toEqual([
    waiting('strong', 2),
    waiting('strong', 3),
    waiting('some', 1),
  ])
})
