import { describe, expect, test } from 'vitest'
import { money } from '#platform/pure/money.ts'
import { ok, refused, valueOf } from '#platform/pure/outcome.ts'
import { type ExpenseTexts, readExpense } from './reading.ts'

const reader = { locale: 'fr', baseCurrency: 'EUR' } as const

const typed: ExpenseTexts = { spentOn: '06/11/2017', supplier: 'Hôtel Biscayne', category: 'lodging', amount: '1 234,56' }

test('an expense typed in its shortest form is in the payer’s currency, for its own delegation, private', () => {
  expect(readExpense(typed, reader)).toEqual(
    ok({
      spentOn: '2017-11-06',
      supplier: 'Hôtel Biscayne',
      label: '',
      category: 'lodging',
      amount: money(123_456n, 'EUR'),
      conversion: null,
      benefits: { kind: 'delegation' },
      isShared: false,
      externalKey: null,
    }),
  )
})

test('a foreign expense keeps its rate, its direction, its day and its source', () => {
  const rate = { amount: '1.234,56', currency: 'usd', rate: '1,1795', rateFrom: 'base', rateOn: '2017-11-06', rateSource: 'BCE' }

  const draft = valueOf(readExpense({ ...typed, ...rate, isShared: 'on', benefits: 'all_partners', externalKey: 'M-17' }, reader))

  expect(draft).toMatchObject({ amount: money(123_456n, 'USD'), benefits: { kind: 'all_partners' }, isShared: true, externalKey: 'M-17' })
  expect(draft.conversion).toEqual({ from: 'EUR', to: 'USD', rate: '1.1795', rateDate: '2017-11-06', rateSource: 'BCE' })
  expect(valueOf(readExpense({ ...typed, ...rate, rateFrom: 'paid' }, reader)).conversion).toMatchObject({ from: 'USD', to: 'EUR' })
})

test('the day and source of a rate are left aside when there is no rate', () => {
  expect(valueOf(readExpense({ ...typed, rateOn: '2017-11-06', rateSource: 'BCE', rateFrom: 'base' }, reader)).conversion).toBeNull()
})

test('a partner is named by its id', () => {
  expect(valueOf(readExpense({ ...typed, benefits: '0198C000-0000-7000-8000-000000000002' }, reader)).benefits).toEqual({
    kind: 'partner',
    organisationId: '0198c000-0000-7000-8000-000000000002',
  })
})

describe('each field says what is wrong with it', () => {
  test.each<[string, ExpenseTexts, { field: string; code: string }[]]>([
    ['an empty date', { spentOn: '' }, [{ field: 'spentOn', code: 'date_empty' }]],
    ['a month that comes first', { spentOn: '11/25/2017' }, [{ field: 'spentOn', code: 'date_month_first' }]],
    ['an empty amount', { amount: '' }, [{ field: 'amount', code: 'amount_empty' }]],
    ['an amount of two readings', { amount: '1,234' }, [{ field: 'amount', code: 'amount_ambiguous' }]],
    ['half a cent', { amount: '12,345' }, [{ field: 'amount', code: 'amount_ambiguous' }]],
    ['decimals the currency does not have', { amount: '12,3456' }, [{ field: 'amount', code: 'amount_too_many_decimals' }]],
    ['an amount in another currency', { amount: '12,30 USD' }, [{ field: 'amount', code: 'amount_in_other_currency' }]],
    ['an unknown category', { category: 'taxi' }, [{ field: 'category', code: 'category_unknown' }]],
    ['an unknown currency', { currency: 'EURO' }, [{ field: 'currency', code: 'currency_unknown' }]],
    ['an unknown beneficiary', { benefits: 'le port' }, [{ field: 'benefits', code: 'beneficiary_unknown' }]],
    ['no supplier', { supplier: ' ' }, [{ field: 'supplier', code: 'supplier_missing' }]],
    [
      'a rate without the rest',
      { currency: 'USD', rate: '1,18' },
      [
        { field: 'rateOn', code: 'rate_on_needed' },
        { field: 'rateSource', code: 'rate_source_needed' },
        { field: 'rateFrom', code: 'rate_direction_unknown' },
      ],
    ],
    [
      'a rate that is none',
      { currency: 'USD', rate: '0', rateFrom: 'base', rateOn: '2017-13-01', rateSource: 'BCE' },
      [
        { field: 'rate', code: 'rate_not_positive' },
        { field: 'rateOn', code: 'date_does_not_exist' },
      ],
    ],
  ])('%s', (_, change, problems) => {
    expect(readExpense({ ...typed, ...change }, reader)).toEqual(refused(problems))
  })

  test('all of them at once, an empty form included', () => {
    expect(readExpense({}, reader)).toEqual(
      refused([
        { field: 'spentOn', code: 'date_empty' },
        { field: 'category', code: 'category_unknown' },
        { field: 'amount', code: 'amount_empty' },
        { field: 'supplier', code: 'supplier_missing' },
      ]),
    )
  })

  test('an unknown currency does not hide an empty amount, nor invent a wrong one', () => {
    expect(readExpense({ ...typed, currency: 'Q', amount: '' }, reader)).toEqual(
      refused([
        { field: 'currency', code: 'currency_unknown' },
        { field: 'amount', code: 'amount_empty' },
      ]),
    )
  })
})
