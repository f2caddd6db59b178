import { Big } from 'big.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convert, convertBack, parseRate, type Conversion } from './conversion.ts'
import { asLocalDate } from './local-date.ts'
import { money, negateMoney } from './money.ts'
import { ok } from './outcome.ts'

fc.configureGlobal({ seed: 2017, numRuns: 500 })

const between = (from: string, to: string, rate: string): Conversion => ({
  from,
  to,
  rate,
  rateDate: asLocalDate('2017-11-06'),
  rateSource: 'Banque centrale européenne',
})

const anyCents = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n })
const anyRate = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 999_999 }))
  .map(([whole, fraction]) => `${whole}.${fraction}`)

describe('converting', () => {
  test.each([
    [10_000n, 'USD', 'EUR', '0.8625', 8625n],
    [1n, 'EUR', 'USD', '0.5', 1n],
    [-1n, 'EUR', 'USD', '0.5', -1n],
    [1n, 'EUR', 'USD', '0.4999', 0n],
    [15_000n, 'EUR', 'XOF', '655.957', 98_394n],
    [98_394n, 'XOF', 'EUR', '0.0015244902', 15_000n],
    [1234n, 'TND', 'EUR', '0.3', 37n],
  ])('%d of %s to %s at %s is %d', (cents, from, to, rate, converted) => {
    expect(convert(money(cents, from), between(from, to, rate))).toEqual(money(converted, to))
  })

  test('a rate published from the euro converts dollars by exact division', () => {
    expect(convertBack(money(11_795n, 'USD'), between('EUR', 'USD', '1.1795'))).toEqual(money(10_000n, 'EUR'))
    expect(convertBack(money(98_394n, 'XOF'), between('EUR', 'XOF', '655.957'))).toEqual(money(15_000n, 'EUR'))
  })

  test('every conversion equals the one of an independent decimal library, half up', () => {
    fc.assert(
      fc.property(anyCents, anyRate, (cents, rate) => {
        const product = new Big(String(cents)).times(rate).round(0, Big.roundHalfUp)

        expect(convert(money(cents, 'EUR'), between('EUR', 'USD', rate)).cents).toBe(BigInt(product.toFixed()))
      }),
    )
  })

  test('a reversal converts to the exact opposite', () => {
    fc.assert(
      fc.property(anyCents, anyRate, (cents, rate) => {
        const amount = money(cents, 'USD')
        const conversion = between('USD', 'EUR', rate)

        expect(convert(negateMoney(amount), conversion)).toEqual(negateMoney(convert(amount, conversion)))
      }),
    )
  })

  test('there and back again loses nothing when the other currency is finer', () => {
    fc.assert(
      fc.property(anyCents, fc.integer({ min: 1, max: 9999 }), (cents, rate) => {
        const conversion = between('EUR', 'TND', String(rate))

        expect(convertBack(convert(money(cents, 'EUR'), conversion), conversion)).toEqual(money(cents, 'EUR'))
      }),
    )
  })

  test('the rate of another currency, or none, is a bug', () => {
    expect(() => convert(money(1n, 'CAD'), between('USD', 'EUR', '0.86'))).toThrow('converts USD, not CAD')
    expect(() => convertBack(money(1n, 'USD'), between('USD', 'EUR', '0.86'))).toThrow('converts EUR back')
    expect(() => convert(money(1n, 'USD'), between('USD', 'EUR', 'about 1'))).toThrow('positive decimal')
  })
})

test.each([
  ['1,1795', ok('1.1795')],
  [' 655.957 ', ok('655.957')],
  ['0001.50', ok('1.5')],
  ['1', ok('1')],
  ['0,00', { ok: false, problem: { code: 'rate_not_positive', text: '0,00' } }],
  ['-1.2', { ok: false, problem: { code: 'rate_unreadable', text: '-1.2' } }],
  ['1.2e3', { ok: false, problem: { code: 'rate_unreadable', text: '1.2e3' } }],
  ['', { ok: false, problem: { code: 'rate_unreadable', text: '' } }],
])('the rate « %s »', (text, outcome) => {
  expect(parseRate(text)).toEqual(outcome)
})
