/** Unbreakable spaces of French typography: U+00A0 before « : » and units, U+202F elsewhere and between thousands. */
export const NO_BREAK_SPACE = '\u00A0'
export const NARROW_NO_BREAK_SPACE = '\u202F'

/** The true minus sign: same width as digits, never a line break after it, read aloud as "minus" by screen readers. */
export const MINUS_SIGN = '\u2212'

/** Every space a keyboard, a word processor or a spreadsheet may have put in becomes one plain space; ends are trimmed. */
export function plainSpaces(text: string): string {
  return text.replace(/[\s\u200B\u2060\uFEFF]+/gu, ' ').trim()
}
