import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES } from './locale.ts'
import { parseDecimalMoney, parseMoney } from './money-reading.ts'
import { formatAmount, formatMoney, money, toDecimal } from './money.ts'
import { ok } from './outcome.ts'

fc.configureGlobal({ seed: 2017, numRuns: 500 })

const largest = 2n ** 63n - 1n
const anyCents = fc.bigInt({ min: -largest, max: largest })
const anyCurrency = fc.constantFrom('EUR', 'USD', 'CAD', 'GBP', 'CHF', 'XOF', 'JPY', 'TND', 'HUF')
const anyLocale = fc.constantFrom(...LOCALES)

describe('reading an amount in euros', () => {
  test.each([
    ['24,70', 2470n],
    ['24.70', 2470n],
    ['24,7', 2470n],
    ['24', 2400n],
    ['0,05', 5n],
    ['007,50', 750n],
    ['1 234,56', 123_456n],
    ['1\u00A0234,56', 123_456n],
    ['1\u202F234,56 €', 123_456n],
    ['1\u2009234', 123_400n],
    ['1.234,56', 123_456n],
    ['1,234.56', 123_456n],
    ['1’234.56', 123_456n],
    ['1.234.567', 123_456_700n],
    ['1,234,567.8', 123_456_780n],
    ['139 108,94 EUR', 13_910_894n],
    ['€139,108.94', 13_910_894n],
    ['eur 24,70', 2470n],
    ['24,70 euros', 2470n],
    ['-24,70', -2470n],
    ['\u221224,70\u00A0€', -2470n],
    ['– 24,70', -2470n],
    ['24,70-', -2470n],
    ['-€24.70', -2470n],
    ['€-24.70', -2470n],
    ['(24,70)', -2470n],
    ['(24,70 €)', -2470n],
    ['+24,70', 2470n],
    ['-0', 0n],
    ['−0,00 €', 0n],
  ])('« %s » is %d cents in both languages', (text, cents) => {
    expect(parseMoney(text, 'EUR', 'fr')).toEqual(ok(money(cents, 'EUR')))
    expect(parseMoney(text, 'EUR', 'en')).toEqual(ok(money(cents, 'EUR')))
  })

  test.each([
    ['', { code: 'amount_empty' }],
    ['\u202F', { code: 'amount_empty' }],
    ['gratuit', { code: 'amount_unreadable', text: 'gratuit' }],
    ['12 34', { code: 'amount_unreadable', text: '12 34' }],
    ['1 2345,00', { code: 'amount_unreadable', text: '1 2345,00' }],
    ['1.234 567,00', { code: 'amount_unreadable', text: '1.234 567,00' }],
    ['24,', { code: 'amount_unreadable', text: '24,' }],
    [',50', { code: 'amount_unreadable', text: ',50' }],
    ['--5', { code: 'amount_unreadable', text: '--5' }],
    ['-(5)', { code: 'amount_unreadable', text: '-(5)' }],
    ['1e3', { code: 'amount_unreadable', text: '1e3' }],
    ['€24 EUR', { code: 'amount_unreadable', text: '€24 EUR' }],
    ['1,2,3', { code: 'amount_unreadable', text: '1,2,3' }],
    ['12,345,67', { code: 'amount_unreadable', text: '12,345,67' }],
    ['24,705 kg', { code: 'amount_unreadable', text: '24,705 kg' }],
    ['0,125', { code: 'amount_too_many_decimals', text: '0,125', decimals: 3, allowed: 2 }],
    ['1234,567', { code: 'amount_too_many_decimals', text: '1234,567', decimals: 3, allowed: 2 }],
    ['24,7000', { code: 'amount_too_many_decimals', text: '24,7000', decimals: 4, allowed: 2 }],
    ['24.700000000000003', { code: 'amount_too_many_decimals', text: '24.700000000000003', decimals: 15, allowed: 2 }],
    ['24,70 USD', { code: 'amount_in_other_currency', text: '24,70 USD', found: 'USD' }],
    ['24,70 $US', { code: 'amount_in_other_currency', text: '24,70 $US', found: '$US' }],
    ['£24.70', { code: 'amount_in_other_currency', text: '£24.70', found: '£' }],
    ['1'.repeat(61), { code: 'amount_unreadable', text: '1'.repeat(61) }],
    ['92233720368547758,08', { code: 'amount_too_large', text: '92233720368547758,08' }],
  ])('« %s » is refused', (text, problem) => {
    expect(parseMoney(text, 'EUR', 'fr')).toEqual({ ok: false, problem })
  })

  test('one separator before three digits is thousands only where the locale writes them so', () => {
    const ambiguous = (text: string) => ({ ok: false, problem: { code: 'amount_ambiguous', text, readings: ['1.234', '1234'] } })

    expect(parseMoney('1,234', 'EUR', 'en')).toEqual(ok(money(123_400n, 'EUR')))
    expect(parseMoney('1.234', 'EUR', 'en')).toEqual(ambiguous('1.234'))
    expect(parseMoney('1,234', 'EUR', 'fr')).toEqual(ambiguous('1,234'))
    expect(parseMoney('1.234', 'EUR', 'fr')).toEqual(ambiguous('1.234'))
    expect(parseMoney('1 234', 'EUR', 'fr')).toEqual(ok(money(123_400n, 'EUR')))
  })
})

describe('reading other currencies', () => {
  test('three decimals are those of the dinar where the locale writes decimals so', () => {
    expect(parseMoney('1,234', 'TND', 'fr')).toEqual(ok(money(1234n, 'TND')))
    expect(parseMoney('1.234 TND', 'TND', 'en')).toEqual(ok(money(1234n, 'TND')))
    expect(parseMoney('1,234', 'TND', 'en')).toEqual(ok(money(1_234_000n, 'TND')))
    expect(parseMoney('1.234', 'TND', 'fr').ok).toBe(false)
  })

  test('a franc CFA has no decimals', () => {
    expect(parseMoney('1 500 XOF', 'XOF', 'fr')).toEqual(ok(money(1500n, 'XOF')))
    expect(parseMoney('1500,5', 'XOF', 'fr')).toEqual({
      ok: false,
      problem: { code: 'amount_too_many_decimals', text: '1500,5', decimals: 1, allowed: 0 },
    })
  })

  test('a dollar sign alone is the dollar that is expected', () => {
    expect(parseMoney('$24.70', 'USD', 'en')).toEqual(ok(money(2470n, 'USD')))
    expect(parseMoney('24,70 $CA', 'CAD', 'fr')).toEqual(ok(money(2470n, 'CAD')))
    expect(parseMoney('$24.70', 'EUR', 'en')).toEqual({
      ok: false,
      problem: { code: 'amount_in_other_currency', text: '$24.70', found: '$' },
    })
  })
})

describe('round trips', () => {
  test('every amount we write is read back to the cent', () => {
    fc.assert(
      fc.property(anyCents, anyCurrency, anyLocale, (cents, currency, locale) => {
        const amount = money(cents, currency)

        expect(parseMoney(formatMoney(amount, locale), currency, locale)).toEqual(ok(amount))
        expect(parseMoney(formatAmount(amount, locale), currency, locale)).toEqual(ok(amount))
        expect(parseDecimalMoney(toDecimal(amount), currency)).toEqual(ok(amount))
      }),
    )
  })

  test('whatever one language writes, the other reads the same amount or refuses', () => {
    fc.assert(
      fc.property(anyCents, fc.constantFrom('EUR', 'XOF', 'USD'), (cents, currency) => {
        const amount = money(cents, currency)
        const read = parseMoney(formatAmount(amount, 'en'), currency, 'fr')

        expect(read.ok ? read.value : amount).toEqual(amount)
      }),
    )
  })

  test('any text gets an answer, never an error', () => {
    const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,-−() €$EURUSD\u202F') }))

    fc.assert(
      fc.property(texts, anyLocale, (text, locale) => {
        expect(typeof parseMoney(text, 'EUR', locale).ok).toBe('boolean')
      }),
    )
  })

  test('the decimal form of machines takes no liberty', () => {
    expect(parseDecimalMoney('1,5', 'EUR')).toEqual({ ok: false, problem: { code: 'amount_unreadable', text: '1,5' } })
    expect(parseDecimalMoney('', 'EUR')).toEqual({ ok: false, problem: { code: 'amount_empty' } })
    expect(parseDecimalMoney('1.5', 'EUR')).toEqual(ok(money(150n, 'EUR')))
    expect(parseDecimalMoney('1.505', 'EUR').ok).toBe(false)
  })
})
