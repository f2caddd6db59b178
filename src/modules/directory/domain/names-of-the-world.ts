import type { Locale } from '#platform/pure/locale.ts'

/** One line of the list of a form. */
export type Choice = { readonly value: string; readonly label: string }

/** Names of the Unicode CLDR, as the runtime ships them; nothing rather than the code when there is none. */
export function displayNames(locale: Locale, type: 'region' | 'language'): Intl.DisplayNames {
  return new Intl.DisplayNames(locale, { type, fallback: 'none' })
}

/** In the alphabetical order of the language: É beside E. */
export function inOrder(choices: readonly Choice[], locale: Locale): Choice[] {
  const collator = new Intl.Collator(locale)
  return choices.toSorted((a, b) => collator.compare(a.label, b.label))
}

/** AA to ZZ, or aa to zz: which of them mean something, CLDR says. */
export function twoLetterCodes(first: 'A' | 'a'): string[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(first.charCodeAt(0) + index))
  return letters.flatMap((one) => letters.map((two) => one + two))
}
