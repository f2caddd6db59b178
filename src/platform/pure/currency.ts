import type { Locale } from './locale.ts'

/**
 * Decimals of ISO 4217 currencies that do not have two. Kept here rather than asked from `Intl`:
 * stored amounts are whole numbers of the smallest unit, so a change of Unicode data, which follows
 * usage rather than the standard (it gives the forint and the ariary none), would change their meaning.
 * Source: ISO 4217 list one, column "Minor unit".
 */
const DECIMALS: Readonly<Record<string, number>> = {
  ...Object.fromEntries('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0])),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
}

/** How many decimals amounts of this currency have: 2 for EUR, 0 for XOF, 3 for TND. */
export function decimalsOf(currency: string): number {
  return DECIMALS[currency] ?? 2
}

const names = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' })

/** Is this the ISO 4217 code of a currency, of today or of the past (FRF)? Upper case only. */
export function isCurrency(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Z]{3}$/.test(text) && names.of(text) !== undefined
}

/** Signs that leave no doubt about the country, as French and English typography write them. Other currencies show their code. */
const SIGNS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  EUR: { fr: '€', en: '€' },
  GBP: { fr: '£', en: '£' },
  USD: { fr: '$US', en: 'US$' },
  CAD: { fr: '$CA', en: 'CA$' },
}

/** '€', '£', '$US' (fr) or 'US$' (en), otherwise the code: 'CHF', 'XOF'. */
export function currencySign(currency: string, locale: Locale): string {
  return SIGNS[currency]?.[locale] ?? currency
}

/** Everything people write beside an amount of this currency, in capitals: ['EUR', '€', 'EUROS', 'EURO']. */
export function currencyMarks(currency: string): string[] {
  const signs = Object.values(SIGNS[currency] ?? {})
  const informal = currency === 'EUR' ? ['EUROS', 'EURO'] : []
  const dollar = currency === 'USD' || currency === 'CAD' ? ['$'] : []
  return [currency, ...signs, ...informal, ...dollar]
}
