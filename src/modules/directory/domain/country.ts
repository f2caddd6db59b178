import type { Locale } from '#platform/pure/locale.ts'
import { foldAccents } from '#platform/pure/text.ts'
import { type Choice, displayNames, inOrder, twoLetterCodes } from './names-of-the-world.ts'

const names: Readonly<Record<Locale, Intl.DisplayNames>> = { fr: displayNames('fr', 'region'), en: displayNames('en', 'region') }

/** Codes CLDR can name that are neither a country nor a territory: the Union, the euro zone, the UN, islets of others, "unknown". */
const NOT_COUNTRIES = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ'])

/** ISO 3166-1 alpha-2 codes in use, and XK (Kosovo). A withdrawn code is one CLDR replaces by another: DD, SU, YU. */
export const countryCodes: readonly string[] = twoLetterCodes('A').filter(
  (code) => names.fr.of(code) !== undefined && !NOT_COUNTRIES.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`,
)

const known = new Set(countryCodes)

export function isCountry(code: string): boolean {
  return known.has(code)
}

/** « Italie », "Italy"; the code itself when nobody knows it. */
export function countryName(code: string, locale: Locale): string {
  return (isCountry(code) ? names[locale].of(code) : undefined) ?? code
}

export function countryChoices(locale: Locale): Choice[] {
  return inOrder(
    countryCodes.map((code) => ({ value: code, label: countryName(code, locale) })),
    locale,
  )
}

/** The country of exactly this name, in French or English, accents and capitals aside. */
export function countryNamed(text: string): string | null {
  const folded = foldAccents(text.trim())
  if (folded === '') return null
  return (
    countryCodes.find((code) => foldAccents(countryName(code, 'fr')) === folded || foldAccents(countryName(code, 'en')) === folded) ?? null
  )
}
