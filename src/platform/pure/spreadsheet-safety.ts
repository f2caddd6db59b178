/**
 * Spreadsheets run a cell that begins with one of these as a formula, even from CSV, and even after
 * spaces or invisible characters. Full-width forms are those of East Asian keyboards, U+2212 the
 * minus of LibreOffice. Source: OWASP, "CSV Injection"; CWE-1236.
 */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@\u2212\uFF0B\uFF0D\uFF1D\uFF20]/u

/** A cell that begins with a tab or a line break can become several, of which the next begins anywhere. */
const LEADING_CONTROL = /^ *[\t\r\n]/

/** A plain negative number is a number in every spreadsheet, which is what is wanted: '-24.70', '-24,70', '−5'. */
const NEGATIVE_NUMBER = /^[-\u2212]\d+(?:[.,]\d+)?$/

const SHIELD = "'"

/** Looks behind shields already there, so that a shielded text is as dangerous as the text: what makes the inverse exact. */
function isDangerous(text: string): boolean {
  const bare = text.replace(/^'+/, '')
  return (FORMULA.test(bare) || LEADING_CONTROL.test(bare)) && !NEGATIVE_NUMBER.test(bare)
}

/**
 * Makes a text harmless in a CSV or XLSX cell, by an apostrophe in front when a spreadsheet would
 * compute it. Telephone numbers ('+33 4 91…', '+1-305-555-0100', which would be computed to −959)
 * take one and stay texts; plain negative numbers stay numbers. Quoting of separators is the CSV
 * writer's work, after this.
 */
export function neutraliseFormula(text: string): string {
  return isDangerous(text) ? SHIELD + text : text
}

/** The exact inverse, for files that come back: restoreFormula(neutraliseFormula(text)) is text, whatever it is. */
export function restoreFormula(text: string): string {
  return text.startsWith(SHIELD) && isDangerous(text) ? text.slice(SHIELD.length) : text
}
