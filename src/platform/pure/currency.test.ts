import { expect, test } from 'vitest'
import { currencyMarks, currencySign, decimalsOf, isCurrency } from './currency.ts'

test('amounts have the decimals of ISO 4217, where Unicode data would differ', () => {
  const currencies = ['EUR', 'USD', 'XOF', 'JPY', 'TND', 'IQD', 'HUF', 'MGA', 'CLF']

  expect(currencies.map(decimalsOf)).toEqual([2, 2, 0, 0, 3, 3, 2, 2, 4])
})

test('a currency is an ISO 4217 code in capitals, historical ones included', () => {
  expect(['EUR', 'XOF', 'FRF', 'eur', 'EURO', '€', 'QQQ', '', null].map(isCurrency)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
    false,
  ])
})

test('a dollar always tells whose, and a currency without a clear sign shows its code', () => {
  expect(['EUR', 'USD', 'CAD', 'CHF'].map((currency) => currencySign(currency, 'fr'))).toEqual(['€', '$US', '$CA', 'CHF'])
  expect(['EUR', 'USD', 'CAD', 'CHF'].map((currency) => currencySign(currency, 'en'))).toEqual(['€', 'US$', 'CA$', 'CHF'])
})

test('the sign we write is among the marks we read', () => {
  for (const currency of ['EUR', 'USD', 'CAD', 'GBP', 'XOF']) {
    expect(currencyMarks(currency)).toContain(currencySign(currency, 'fr'))
    expect(currencyMarks(currency)).toContain(currencySign(currency, 'en'))
  }
})
