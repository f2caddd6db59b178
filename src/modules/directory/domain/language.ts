import type { Locale } from '#platform/pure/locale.ts'
import { type Choice, displayNames, inOrder, twoLetterCodes } from './names-of-the-world.ts'

const names: Readonly<Record<Locale, Intl.DisplayNames>> = { fr: displayNames('fr', 'language'), en: displayNames('en', 'language') }

/** ISO 639-1 codes in use: a withdrawn one is one CLDR replaces by another (iw by he). */
export const languageCodes: readonly string[] = twoLetterCodes('a').filter(
  (code) => names.fr.of(code) !== undefined && Intl.getCanonicalLocales(code)[0] === code,
)

const known = new Set(languageCodes)

export function isLanguage(code: string): boolean {
  return known.has(code)
}

/** « italien », "Italian"; the code itself when nobody knows it. */
export function languageName(code: string, locale: Locale): string {
  return (isLanguage(code) ? names[locale].of(code) : undefined) ?? code
}

export function languageChoices(locale: Locale): Choice[] {
  return inOrder(
    languageCodes.map((code) => ({ value: code, label: languageName(code, locale) })),
    locale,
  )
}
