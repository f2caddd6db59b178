import { assert, ok, type Outcome, refused } from '../pure/outcome.ts'
import { restoreFormula } from '../pure/spreadsheet-safety.ts'

/**
 * A rectangle of texts, whatever it was read from. The first line that looks like one gives the headers;
 * `rows[0]` is the line after it. Blank lines inside are kept, so that a row can always be named by the
 * line its author sees: `firstLine + index`.
 */
export type Table = {
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The line of `rows[0]` in the source, counted from 1. */
  readonly firstLine: number
  /** Name of the sheet it was read from, and of all those there are; null for CSV and pasted text. */
  readonly sheet: string | null
  readonly sheets: readonly string[]
}

export type TableLimits = {
  readonly bytes: number
  /** Of the parts of a workbook once decompressed: what a "zip bomb" inflates. */
  readonly inflatedBytes: number
  readonly rows: number
  readonly columns: number
  readonly cells: number
  readonly cellCharacters: number
  /** Of all cells together. */
  readonly characters: number
}

export const tableLimits: TableLimits = {
  bytes: 20_000_000,
  inflatedBytes: 100_000_000,
  rows: 50_000,
  columns: 200,
  cells: 1_000_000,
  cellCharacters: 20_000,
  characters: 20_000_000,
}

export type TableProblem =
  | { readonly code: 'table_empty' }
  | { readonly code: 'table_too_large'; readonly limit: keyof TableLimits; readonly max: number }
  | { readonly code: 'text_unreadable' }
  | { readonly code: 'quote_not_closed'; readonly line: number }
  | { readonly code: 'workbook_unreadable' }
  /** An .xls of before 2007, or a workbook under a password: both look the same from outside. */
  | { readonly code: 'workbook_old_or_protected' }
  | { readonly code: 'sheet_not_found'; readonly sheet: string; readonly sheets: readonly string[] }

/** What all readers give before headers are found: lines of cells, as many as the source has, blank ones included. */
export type Grid = { readonly lines: readonly (readonly string[])[]; readonly sheet: string | null; readonly sheets: readonly string[] }

export function tooLarge(limit: keyof TableLimits, limits: TableLimits): { ok: false; problem: TableProblem } {
  return refused({ code: 'table_too_large', limit, max: limits[limit] })
}

/**
 * Finds the headers and squares the rest. A title above the table (a line of a single cell) is skipped.
 * Apostrophes that shield formulas in files we wrote are taken off again.
 * @refuses table_empty, table_too_large
 */
export function toTable(grid: Grid, limits: TableLimits, hasHeaders: boolean): Outcome<Table, TableProblem> {
  const lines = grid.lines.map((line) => trimEnd(line.map(cleanCell)))
  const lastLine = lines.findLastIndex((line) => line.length > 0)
  const headerIndex = hasHeaders ? findHeader(lines) : -1
  if (lastLine === -1 || lastLine === headerIndex) return refused({ code: 'table_empty' })
  const kept = lines.slice(headerIndex + 1, lastLine + 1)
  if (kept.length > limits.rows) return tooLarge('rows', limits)
  const width = lines.slice(Math.max(headerIndex, 0), lastLine + 1).reduce((widest, line) => Math.max(widest, line.length), 0)
  if (width > limits.columns) return tooLarge('columns', limits)
  if (kept.length * width > limits.cells) return tooLarge('cells', limits)
  let characters = 0
  for (const line of lines) {
    for (const cell of line) {
      if (cell.length > limits.cellCharacters) return tooLarge('cellCharacters', limits)
      characters += cell.length
    }
  }
  if (characters > limits.characters) return tooLarge('characters', limits)
  const headers = headerIndex === -1 ? [] : lines[headerIndex]
  assert(headers, 'a header that was found is one of the lines')
  return ok({
    headers: padTo(headers, width),
    rows: kept.map((row) => padTo(row, width)),
    firstLine: headerIndex + 2,
    sheet: grid.sheet,
    sheets: grid.sheets,
  })
}

function findHeader(lines: readonly (readonly string[])[]): number {
  const wide = lines.findIndex((line) => line.filter((cell) => cell.trim() !== '').length > 1)
  return wide === -1 ? lines.findIndex((line) => line.length > 0) : wide
}

/** NUL and half characters are nothing a person typed, and PostgreSQL refuses them. */
function cleanCell(text: string): string {
  return restoreFormula(text.replaceAll('\0', '').toWellFormed())
}

function trimEnd(line: readonly string[]): readonly string[] {
  return line.slice(0, line.findLastIndex((cell) => cell.trim() !== '') + 1)
}

function padTo(line: readonly string[], width: number): readonly string[] {
  return line.length === width ? line : [...line, ...Array.from({ length: width - line.length }, () => '')]
}
