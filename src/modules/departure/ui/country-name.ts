import type { Locale } from '#platform/pure/locale.ts'

/** A country in the reader's language, by its ISO 3166-1 alpha-2 code. */
export function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}
