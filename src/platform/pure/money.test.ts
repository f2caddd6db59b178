import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMoney, formatAmount, formatMoney, money, negateMoney, sameMoney, sumMoney, toDecimal } from './money.ts'

fc.configureGlobal({ seed: 2017, numRuns: 500 })

const euros = (cents: bigint) => money(cents, 'EUR')

describe('adding amounts', () => {
  test('the three missions of 2017 add up to the cent', () => {
    const total = sumMoney([euros(117_787n), euros(13_355_852n), euros(437_255n)], 'EUR')

    expect(total).toEqual(euros(13_910_894n))
    expect(formatMoney(total, 'fr')).toBe('139\u202F108,94\u00A0€')
  })

  test('nothing adds up to zero', () => {
    expect(sumMoney([], 'XOF')).toEqual(money(0n, 'XOF'))
  })

  test('two currencies never add up', () => {
    expect(() => addMoney(euros(1n), money(1n, 'USD'))).toThrow('EUR and USD do not add up')
    expect(() => sumMoney([euros(1n)], 'USD')).toThrow('do not add up')
    expect(() => money(1n, '€')).toThrow('ISO 4217')
  })

  test('an amount and its opposite cancel out', () => {
    fc.assert(
      fc.property(fc.bigInt(), (cents) => {
        expect(sameMoney(addMoney(euros(cents), negateMoney(euros(cents))), euros(0n))).toBe(true)
      }),
    )
    expect(sameMoney(euros(0n), money(0n, 'USD'))).toBe(false)
  })
})

describe('writing amounts', () => {
  test.each([
    [13_910_894n, 'EUR', '139\u202F108,94\u00A0€', '€139,108.94', '139108.94'],
    [-2470n, 'EUR', '−24,70\u00A0€', '−€24.70', '-24.70'],
    [5n, 'EUR', '0,05\u00A0€', '€0.05', '0.05'],
    [0n, 'EUR', '0,00\u00A0€', '€0.00', '0.00'],
    [-123_456n, 'USD', '−1\u202F234,56\u00A0$US', '−US$1,234.56', '-1234.56'],
    [1_500_000n, 'XOF', '1\u202F500\u202F000\u00A0XOF', 'XOF\u00A01,500,000', '1500000'],
    [-7n, 'XOF', '−7\u00A0XOF', '−XOF\u00A07', '-7'],
    [1_234_500n, 'TND', '1\u202F234,500\u00A0TND', 'TND\u00A01,234.500', '1234.500'],
    [
      922_337_203_685_477_580_799n,
      'EUR',
      '9\u202F223\u202F372\u202F036\u202F854\u202F775\u202F807,99\u00A0€',
      '€9,223,372,036,854,775,807.99',
      '9223372036854775807.99',
    ],
  ] as const)('%d smallest units of %s', (cents, currency, french, english, decimal) => {
    const amount = money(cents, currency)

    expect(formatMoney(amount, 'fr')).toBe(french)
    expect(formatMoney(amount, 'en')).toBe(english)
    expect(toDecimal(amount)).toBe(decimal)
  })

  test('a column of figures leaves the currency to its heading', () => {
    expect(formatAmount(euros(-13_910_894n), 'fr')).toBe('−139\u202F108,94')
    expect(formatAmount(euros(13_910_894n), 'en')).toBe('139,108.94')
  })

  test('the French form is that of Unicode, except for the minus sign', () => {
    const unicode = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' })

    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (cents) => {
        expect(formatMoney(euros(cents), 'fr')).toBe(unicode.format(toDecimal(euros(cents)) as `${number}`).replace('-', '−'))
      }),
    )
  })
})
