import { decimalsOf } from './currency.ts'
import type { LocalDate } from './local-date.ts'
import { money, type Money } from './money.ts'
import { assert, ok, refused, type Outcome } from './outcome.ts'

/**
 * A rate that was applied once and is kept for ever: 1 `from` = `rate` `to`. The rate is a decimal
 * string ('1.1795'), never a float; its date and source are those of the publication.
 */
export type Conversion = {
  readonly from: string
  readonly to: string
  readonly rate: string
  readonly rateDate: LocalDate
  /** Who published it: 'Banque centrale européenne', 'taux de chancellerie'. */
  readonly rateSource: string
}

export type RateProblem =
  | { readonly code: 'rate_unreadable'; readonly text: string }
  | { readonly code: 'rate_not_positive'; readonly text: string }

/** Reads a rate with a comma or a point, up to 12 digits on each side: '1,1795' is '1.1795'. */
export function parseRate(text: string): Outcome<string, RateProblem> {
  const match = /^0*(\d{1,12})(?:[.,](\d{1,12}))?$/.exec(text.trim())
  if (!match) return refused({ code: 'rate_unreadable', text })
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  const rate = fraction === '' ? (match[1] ?? '') : `${match[1]}.${fraction}`
  return /[1-9]/.test(rate) ? ok(rate) : refused({ code: 'rate_not_positive', text })
}

/** `from` to `to`: multiplied by the rate, rounded once, half a cent away from zero (regulation (EC) 1103/97, article 5). */
export function convert(amount: Money, conversion: Conversion): Money {
  assert(amount.currency === conversion.from, `this rate converts ${conversion.from}, not ${amount.currency}`)
  const { numerator, denominator } = ratioOf(conversion)
  return money(divideHalfUp(amount.cents * numerator, denominator), conversion.to)
}

/**
 * `to` back to `from`: divided by the rate. For rates published the other way round, as the European
 * Central Bank does (1 EUR = 1.1795 USD): dividing is exact where an inverted rate would be rounded
 * first, which regulation (EC) 1103/97, article 4 forbids for the currencies it governs.
 */
export function convertBack(amount: Money, conversion: Conversion): Money {
  assert(amount.currency === conversion.to, `this rate converts ${conversion.to} back, not ${amount.currency}`)
  const { numerator, denominator } = ratioOf(conversion)
  return money(divideHalfUp(amount.cents * denominator, numerator), conversion.from)
}

/** Smallest units of `to` for one smallest unit of `from`, as an exact fraction. */
function ratioOf({ rate, from, to }: Conversion): { readonly numerator: bigint; readonly denominator: bigint } {
  const parsed = parseRate(rate)
  assert(parsed.ok, `a stored rate is a positive decimal, not "${rate}"`)
  const [whole = '', fraction = ''] = parsed.value.split('.')
  const numerator = BigInt(whole + fraction) * 10n ** BigInt(decimalsOf(to))
  return { numerator, denominator: 10n ** BigInt(fraction.length + decimalsOf(from)) }
}

/** Rounded to the nearest; a half goes away from zero, so that a reversal is the exact opposite of what it reverses. */
function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator
  const rounded = (2n * magnitude + denominator) / (2n * denominator)
  return numerator < 0n ? -rounded : rounded
}
