import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId } from '#platform/pure/ids.ts'
import { addDays, asLocalDate } from '#platform/pure/local-date.ts'
import type { LegalBasis } from './person.ts'
import { type KeptCard, overdueOn } from './retention.ts'

const rules = [{ legalBasis: 'public_task', days: 1096, ground: { fr: 'Essai' } }] as const
const card = (lastContactOn: string, legalBasis: LegalBasis = 'public_task'): KeptCard => ({
  id: asId('0198c000-0000-7000-8000-000000000001'),
  givenName: 'Ada',
  familyName: 'Prima',
  legalBasis,
  lastContactOn: asLocalDate(lastContactOn),
})

test('a card is kept on its last day, and is overdue the day after', () => {
  const last = addDays(asLocalDate('2015-03-02'), 1096)

  expect(overdueOn([card('2015-03-02')], rules, last)).toEqual([])
  expect(overdueOn([card('2015-03-02')], rules, addDays(last, 1))).toMatchObject([{ keptUntil: last, days: 1096 }])
})

test('a ground without a rule is kept', () => {
  expect(overdueOn([card('1990-01-01', 'contract')], rules, asLocalDate('2026-01-01'))).toEqual([])
})

test('a later contact never makes a card overdue sooner', () => {
  fc.assert(
    fc.property(fc.nat(9000), fc.nat(9000), (first, more) => {
      const today = asLocalDate('2026-01-01')
      const isOverdue = (days: number) => overdueOn([card(addDays(asLocalDate('2000-01-01'), days))], rules, today).length > 0

      if (isOverdue(first + more)) expect(isOverdue(first)).toBe(true)
    }),
  )
})
