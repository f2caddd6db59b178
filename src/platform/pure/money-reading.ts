import { currencyMarks, decimalsOf, isCurrency } from './currency.ts'
import { DECIMAL_SEPARATOR, GROUP_SEPARATOR } from './integers.ts'
import type { Locale } from './locale.ts'
import { money, type Money } from './money.ts'
import { ok, refused, type Outcome } from './outcome.ts'
import { plainSpaces } from './spaces.ts'

export type MoneyProblem =
  | { readonly code: 'amount_empty' }
  | { readonly code: 'amount_unreadable'; readonly text: string }
  /** '1,234' in French: thousands or decimals? `readings` are both, with a decimal point. */
  | { readonly code: 'amount_ambiguous'; readonly text: string; readonly readings: readonly [string, string] }
  | { readonly code: 'amount_too_many_decimals'; readonly text: string; readonly decimals: number; readonly allowed: number }
  /** '24,70 USD' where euros are expected. */
  | { readonly code: 'amount_in_other_currency'; readonly text: string; readonly found: string }
  | { readonly code: 'amount_too_large'; readonly text: string }

/** Longer than any amount, mark and spaces included. */
const LONGEST_TEXT = 60

/** What a PostgreSQL `bigint` holds, on either side of zero. */
const LARGEST_CENTS = 2n ** 63n - 1n

/**
 * Reads an amount as people and spreadsheets write it: '24,70', '1 234,56' (any kind of space),
 * '1.234,56', '1,234.56', "1'234.56", '24,70 €', 'EUR 24.70', '−24,70', '-€24.70', '(24,70)', '-0'.
 *
 * When both comma and point appear, the last one starts the decimals. A lone one starts them too,
 * except before exactly three digits, where it could part thousands: '1,234' is then read as the
 * locale writes it (thousands in English; decimals where both the locale and the currency have
 * them, as in Tunisian dinars), and otherwise refused as ambiguous rather than guessed. Nothing is
 * ever rounded: decimals the currency does not have are refused, even zeros.
 */
export function parseMoney(text: string, currency: string, locale: Locale): Outcome<Money, MoneyProblem> {
  const plain = plainSpaces(text)
  if (plain === '') return refused({ code: 'amount_empty' })
  if (plain.length > LONGEST_TEXT) return refused({ code: 'amount_unreadable', text: plain })
  const { isNegative, rest } = takeSign(plain)
  const unmarked = takeMark(rest, currency)
  if (unmarked.other !== undefined) return refused({ code: 'amount_in_other_currency', text: plain, found: unmarked.other })
  const inner = isNegative ? { isNegative, rest: unmarked.rest } : takeSign(unmarked.rest)

  const figure = readFigure(inner.rest, locale, decimalsOf(currency))
  if (figure === undefined) return refused({ code: 'amount_unreadable', text: plain })
  if ('readings' in figure) return refused({ code: 'amount_ambiguous', text: plain, readings: figure.readings })
  return toMoney(plain, inner.isNegative, figure.whole, figure.fraction, currency)
}

/** Reads the decimal form of files and machines, '-1234.56': a point, no thousands, no currency. */
export function parseDecimalMoney(text: string, currency: string): Outcome<Money, MoneyProblem> {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) return refused(text === '' ? { code: 'amount_empty' } : { code: 'amount_unreadable', text })
  return toMoney(text, match[1] === '-', match[2] ?? '', match[3] ?? '', currency)
}

function toMoney(text: string, isNegative: boolean, whole: string, fraction: string, currency: string): Outcome<Money, MoneyProblem> {
  const allowed = decimalsOf(currency)
  if (fraction.length > allowed) return refused({ code: 'amount_too_many_decimals', text, decimals: fraction.length, allowed })
  const cents = BigInt(whole + fraction.padEnd(allowed, '0'))
  if (cents > LARGEST_CENTS) return refused({ code: 'amount_too_large', text })
  return ok(money(isNegative ? -cents : cents, currency))
}

/** Accountants' parentheses, a minus (hyphen, U+2212, en dash) before or after, a plus before. */
function takeSign(text: string): { readonly isNegative: boolean; readonly rest: string } {
  const match = /^\((.+)\)$|^[-\u2212\u2013] ?(.+)$|^(.+?) ?[-\u2212]$/.exec(text)
  const rest = match?.[1] ?? match?.[2] ?? match?.[3]
  return rest === undefined ? { isNegative: false, rest: text.replace(/^\+ ?/, '') } : { isNegative: true, rest: rest.trim() }
}

/** Removes the currency written before or after the figure; tells when it is another one. */
function takeMark(text: string, currency: string): { readonly rest: string; readonly other?: string } {
  const match = /^([^\d\s.,()'’+\u2212-]*) ?(.*?) ?([^\d\s.,()'’+\u2212-]*)$/.exec(text)
  const before = match?.[1] ?? ''
  const after = match?.[3] ?? ''
  const mark = before === '' ? after : before
  if (mark === '' || (before !== '' && after !== '')) return { rest: text }
  const rest = match?.[2] ?? ''
  const upper = mark.toUpperCase()
  if (currencyMarks(currency).includes(upper)) return { rest }
  if (isCurrency(upper)) return { rest: text, other: upper }
  return /\p{Sc}/u.test(mark) ? { rest: text, other: mark } : { rest: text }
}

type Figure = { readonly whole: string; readonly fraction: string } | { readonly readings: readonly [string, string] }

const PLAIN = /^\d+$/
const GROUPED = /^\d{1,3}(?:([ .,'’])\d{3})(?:\1\d{3})*$/

/** Digits of the figure without separators; `undefined` when it is none, or its thousands are not by three. */
function readFigure(text: string, locale: Locale, decimals: number): Figure | undefined {
  const match = /^(.*?)(?:([.,])(\d+))?$/.exec(text)
  const head = match?.[1] ?? ''
  const separator = match?.[2]
  const tail = match?.[3] ?? ''
  if (separator === undefined) return readWhole(text)
  if (head.includes(separator)) return readWhole(text)

  const couldBeThousands = tail.length === 3 && /^[1-9]\d{0,2}$/.test(head)
  if (couldBeThousands) {
    if (separator === GROUP_SEPARATOR[locale]) return { whole: head + tail, fraction: '' }
    if (separator !== DECIMAL_SEPARATOR[locale] || decimals < 3) return { readings: [`${head}.${tail}`, head + tail] }
  }
  const whole = readWhole(head)
  return whole && { whole: whole.whole, fraction: tail }
}

function readWhole(text: string): { readonly whole: string; readonly fraction: string } | undefined {
  return PLAIN.test(text) || GROUPED.test(text) ? { whole: text.replace(/\D/g, ''), fraction: '' } : undefined
}
