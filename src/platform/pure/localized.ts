import { isLocale, LOCALES, type Locale } from './locale.ts'

/**
 * A text in several languages, keyed by BCP 47 tag in canonical form: { fr: 'Gênes', en: 'Genoa', 'pt-BR': 'Gênova' }.
 * A blank text is a missing one.
 */
export type Localized = { readonly [language: string]: string | undefined }

/** A text to show and its language, for the `lang` attribute. `isTranslated` is false when the reader gets another language. */
export type PickedText = { readonly text: string; readonly language: string; readonly isTranslated: boolean }

/** The language of no text at all (BCP 47 "undetermined"). */
const UNDETERMINED = 'und'

const baseOf = (language: string) => language.split('-')[0] ?? language
const hasText = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''

/** Is this a language tag in canonical form: 'fr', 'pt-BR', 'zh-Hant', but not 'FR' or 'french'? */
export function isLanguageTag(text: unknown): text is string {
  if (typeof text !== 'string' || !/^[a-z]{2,3}(?:-|$)/.test(text)) return false
  try {
    return Intl.getCanonicalLocales(text)[0] === text
  } catch {
    return false
  }
}

/**
 * The text for a reader of `language`: that language, another variant of it ('fr-CA' for 'fr'), then
 * French, English and the others in alphabetical order. Without any text, an empty one.
 */
export function pick(localized: Localized, language: Locale | (string & {})): PickedText {
  const written = Object.keys(localized)
    .filter((tag) => hasText(localized[tag]))
    .sort()
  const sameLanguage = written.filter((tag) => baseOf(tag) === baseOf(language))
  const candidates = [language, baseOf(language), ...sameLanguage, ...LOCALES, ...written]
  const chosen = candidates.find((tag) => written.includes(tag))
  if (chosen === undefined) return { text: '', language: UNDETERMINED, isTranslated: false }
  return { text: localized[chosen] ?? '', language: chosen, isTranslated: baseOf(chosen) === baseOf(language) }
}

/** Is there no text yet in this language, nor in a variant of it? */
export function isMissing(localized: Localized, language: Locale | (string & {})): boolean {
  return !pick(localized, language).isTranslated
}

/** The languages in which the text is written, those of the interface first. */
export function languagesOf(localized: Localized): string[] {
  const rank = (tag: string) => (isLocale(tag) ? LOCALES.indexOf(tag) : LOCALES.length)
  return Object.keys(localized)
    .filter((tag) => hasText(localized[tag]))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

/** The same texts with one replaced, or removed when the new one is blank. */
export function withText(localized: Localized, language: string, text: string): Localized {
  const { [language]: _replaced, ...others } = localized
  return hasText(text) ? { ...others, [language]: text } : others
}

/** The two languages a form asks for; what is left empty is not written. */
export function localized(fr = '', en = ''): Localized {
  return { ...(fr === '' ? {} : { fr }), ...(en === '' ? {} : { en }) }
}
