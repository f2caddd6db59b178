/** Controls no page shows, noncharacters, and the marks that make text read in another order than it is stored (Unicode TR 36). */
const INVISIBLE = /[\p{Cc}\p{Noncharacter_Code_Point}\u061C\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu

/** Longer than any French or English word, so that only addresses, hashes and mischief are opened. */
const LONGEST_WORD = 30

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/**
 * Text fit for print: composed accents (NFC), one line, no invisible control, no lone surrogate,
 * and a possible line break (U+200B) inside words too long for a column.
 */
export function cleanText(text: string): string {
  const visible = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ')
    .replace(INVISIBLE, '')
  return visible.replace(/[^\s\u200B-]{31,}/gu, openLongWord)
}

function openLongWord(word: string): string {
  const pieces: string[] = []
  let length = 0
  for (const { segment } of graphemes.segment(word)) {
    if (length === LONGEST_WORD) {
      pieces.push('\u200B')
      length = 0
    }
    pieces.push(segment)
    length += 1
  }
  return pieces.join('')
}
