import type { Locale } from './locale.ts'

const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '’': "'",
  ʼ: "'",
}

/**
 * The form under which two spellings are the same for a person who searches: lower case, without the
 * accents of Latin, Greek and Cyrillic, ligatures opened, compatibility forms (ﬁ, full width) resolved.
 * Marks of other scripts carry meaning and stay.
 */
export function foldAccents(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[œæßøłđðþı’ʼ]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter)
    .normalize('NFC')
}

const AND: Readonly<Record<Locale, string>> = { fr: ' et ', en: ' and ' }

/** « a », « a et b », « a, b et c »: no comma before the last word, in English as in French. */
export function joinWithAnd(words: readonly string[], locale: Locale): string {
  const last = words.at(-1)
  if (last === undefined) return ''
  if (words.length === 1) return last
  return words.slice(0, -1).join(', ') + AND[locale] + last
}

/** Forms of a noun: `many` is French « un million de … » (CLDR); `other` serves when a form is absent. */
export type PluralForms = { readonly one: string; readonly other: string; readonly many?: string }

const pluralRules: Readonly<Record<Locale, Intl.PluralRules>> = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') }

/** The form of a noun for a count: 0 and 1 are singular in French, only 1 in English. */
export function plural(count: number, locale: Locale, forms: PluralForms): string {
  const category = pluralRules[locale].select(Math.abs(count))
  if (category === 'one') return forms.one
  return category === 'many' ? (forms.many ?? forms.other) : forms.other
}

/** What is written one a line; blank lines and the dashes of a list are dropped. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-•–]\s*/, '').trim())
    .filter((line) => line !== '')
}
