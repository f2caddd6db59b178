import { frenchSpaces } from '#platform/pure/french-typography.ts'
import { NO_BREAK_SPACE } from '#platform/pure/spaces.ts'
import type { ActLanguage } from './document.ts'

/** Abbreviations that never stand at the end of a line, away from the name or number they announce. */
const ANNOUNCES = /(?<![\p{L}\p{N}])(n°s?|MM?\.|Mmes?|articles?|p\.) (?=[\p{Lu}\p{N}])/gu

/**
 * Sets words as printed in an act: curly apostrophes, no line break after « n° », « Mme » or « article »,
 * and in French the spaces of the Imprimerie nationale. Applying it twice changes nothing more.
 */
export function typeset(words: string, language: ActLanguage): string {
  const curled = words.replace(/(?<=\p{L})'(?=\p{L})/gu, '’').replace(ANNOUNCES, `$1${NO_BREAK_SPACE}`)
  return language === 'fr' ? frenchSpaces(curled) : curled
}
