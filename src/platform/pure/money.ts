import { currencySign, decimalsOf } from './currency.ts'
import { DECIMAL_SEPARATOR, groupDigits } from './integers.ts'
import type { Locale } from './locale.ts'
import { assert } from './outcome.ts'
import { MINUS_SIGN, NO_BREAK_SPACE } from './spaces.ts'

/**
 * An exact amount: a whole number of the currency's smallest unit (cents of EUR, francs of XOF,
 * millimes of TND) and its ISO 4217 code. It never passes through a floating-point number.
 */
export type Money = { readonly cents: bigint; readonly currency: string }

export function money(cents: bigint, currency: string): Money {
  assert(/^[A-Z]{3}$/.test(currency), `a currency is an ISO 4217 code, not "${currency}"`)
  return { cents, currency }
}

export function addMoney(a: Money, b: Money): Money {
  assert(a.currency === b.currency, `${a.currency} and ${b.currency} do not add up: convert first`)
  return { cents: a.cents + b.cents, currency: a.currency }
}

export function negateMoney(amount: Money): Money {
  return { cents: -amount.cents, currency: amount.currency }
}

/** The total of amounts that are all in `currency`, which an empty list needs to be told. */
export function sumMoney(amounts: readonly Money[], currency: string): Money {
  return amounts.reduce(addMoney, money(0n, currency))
}

export function sameMoney(a: Money, b: Money): boolean {
  return a.cents === b.cents && a.currency === b.currency
}

/** Sign, whole part and decimals of an amount: 139108.94 is { sign: '', whole: '139108', fraction: '94' }. */
function digitsOf({ cents, currency }: Money): { readonly isNegative: boolean; readonly whole: string; readonly fraction: string } {
  const decimals = decimalsOf(currency)
  const digits = String(cents < 0n ? -cents : cents).padStart(decimals + 1, '0')
  return { isNegative: cents < 0n, whole: digits.slice(0, digits.length - decimals), fraction: digits.slice(digits.length - decimals) }
}

/** '139108.94', '-24.70', '1500' (XOF): for files and machines, always with a point and all decimals. */
export function toDecimal(amount: Money): string {
  const { isNegative, whole, fraction } = digitsOf(amount)
  return `${isNegative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** The figure alone, for a column whose heading names the currency: '139 108,94', '−24,70'; '139,108.94'. */
export function formatAmount(amount: Money, locale: Locale): string {
  const { isNegative, whole, fraction } = digitsOf(amount)
  const figure = groupDigits(whole, locale) + (fraction === '' ? '' : DECIMAL_SEPARATOR[locale] + fraction)
  return isNegative ? MINUS_SIGN + figure : figure
}

/**
 * '139 108,94 €' with U+202F between thousands and U+00A0 before the sign; '€139,108.94', 'US$24.70',
 * 'XOF 1,500' in English. All decimals are shown, always; negatives take a true minus sign.
 */
export function formatMoney(amount: Money, locale: Locale): string {
  const sign = currencySign(amount.currency, locale)
  const figure = formatAmount(amount, locale)
  if (locale === 'fr') return figure + NO_BREAK_SPACE + sign
  const minus = amount.cents < 0n ? MINUS_SIGN : ''
  const space = sign === amount.currency ? NO_BREAK_SPACE : ''
  return minus + sign + space + figure.slice(minus.length)
}
