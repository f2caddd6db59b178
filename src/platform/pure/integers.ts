import type { Locale } from './locale.ts'
import { MINUS_SIGN, NARROW_NO_BREAK_SPACE } from './spaces.ts'

export const GROUP_SEPARATOR: Readonly<Record<Locale, string>> = { fr: NARROW_NO_BREAK_SPACE, en: ',' }
export const DECIMAL_SEPARATOR: Readonly<Record<Locale, string>> = { fr: ',', en: '.' }

/** Thousands apart: '139108' is '139 108' (U+202F) in French, '139,108' in English. Only digits are expected. */
export function groupDigits(digits: string, locale: Locale): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, GROUP_SEPARATOR[locale])
}

/** A whole number, exact at any size, with a true minus sign. */
export function formatInteger(value: number | bigint, locale: Locale): string {
  const integer = BigInt(value)
  return integer < 0n ? MINUS_SIGN + groupDigits(String(-integer), locale) : groupDigits(String(integer), locale)
}
