import { pick, type Localized } from '#platform/pure/localized.ts'
import { text, type ActLanguage, type Inline } from './document.ts'

/**
 * A fact in the language of the act, otherwise in the one it was written in, which is then named, so that screen
 * readers pronounce it rightly. Null when it is written in none.
 */
export function factInline(fact: Localized | null, language: ActLanguage): Inline | null {
  const picked = pick(fact ?? {}, language)
  const words = picked.text.trim()
  if (words === '') return null
  return picked.isTranslated ? text(words) : text(words, picked.language)
}

/** The same, as bare words; '' when absent. */
export function factWords(fact: Localized | null, language: ActLanguage): string {
  return pick(fact ?? {}, language).text.trim()
}

/** What a draft shows in place of a fact nobody has given yet. */
export function gap(language: ActLanguage, what: { readonly fr: string; readonly en: string }): Inline {
  return { kind: 'emphasis', text: language === 'fr' ? `[à compléter : ${what.fr}]` : `[to be completed: ${what.en}]` }
}
