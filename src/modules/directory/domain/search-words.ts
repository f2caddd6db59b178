import { foldAccents } from '#platform/pure/text.ts'

/** Words that tell nothing about whom one looks for, unless they are all there is. */
const EMPTY_WORDS = new Set(['a', 'au', 'aux', 'd', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les', 'of', 'the', 'and', 'in', 'for'])

const MAX_WORDS = 6
const MAX_FORMS = 12

/** Below this similarity (pg_trgm, 0 to 1) two words are not the same word; a missing or doubled letter stays above. */
export const SAME_WORD = 0.6
/** Below this one they do not even resemble each other: asked only when nothing better was found. */
export const SIMILAR_WORD = 0.4

/** The words of a question, each in one form, the longest first: it is the one that singles out the fewest answers. */
export function searchWords(text: string): string[][] {
  const words = [...new Set(foldAccents(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])]
  const telling = words.filter((word) => !EMPTY_WORDS.has(word))
  return (telling.length > 0 ? telling : words)
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_WORDS)
    .map((word) => [word])
}

/**
 * Adds to each word those in which two neighbouring letters change places: « mimai » for « miami ».
 * Trigrams see such a slip in a short word as another word.
 */
export function withSwappedLetters(words: readonly (readonly string[])[]): string[][] {
  return words.map((forms) => [...new Set([...forms, ...forms.flatMap(swaps)])].slice(0, MAX_FORMS))
}

function swaps(word: string): string[] {
  const letters = Array.from(word)
  if (letters.length < 4 || letters.length > MAX_FORMS) return []
  return letters.slice(1).map((letter, index) => [...letters.slice(0, index), letter, letters[index], ...letters.slice(index + 2)].join(''))
}
