import { CsvError, type Options } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { ok, type Outcome, refused } from '../pure/outcome.ts'
import { type Delimiter, sniffDelimiter } from './delimiter.ts'
import { type Grid, type TableLimits, type TableProblem, tooLarge } from './table.ts'

/**
 * Cuts a CSV text (RFC 4180, any usual separator) into lines of cells. Quotes inside an unquoted cell
 * are kept as typed: « Société "Les Quais" ».
 * @refuses quote_not_closed, table_too_large
 */
export function readCsv(text: string, limits: TableLimits, delimiter: Delimiter = sniffDelimiter(text)): Outcome<Grid, TableProblem> {
  return cut(text, limits, delimiter, '"')
}

/** The same for text pasted from a spreadsheet: when its quotes do not pair, they are marks like any other. */
export function readPastedText(text: string, limits: TableLimits): Outcome<Grid, TableProblem> {
  const delimiter = sniffDelimiter(text)
  const quoted = cut(text, limits, delimiter, '"')
  return !quoted.ok && quoted.problem.code === 'quote_not_closed' ? cut(text, limits, delimiter, false) : quoted
}

function cut(source: string, limits: TableLimits, delimiter: Delimiter, quote: '"' | false): Outcome<Grid, TableProblem> {
  const text = source.replace(/^sep=.\r?\n/, '')
  const options = {
    delimiter,
    quote,
    relax_column_count: true,
    relax_quotes: true,
    // One line of headers, titles above it, and one line too many to notice that there are too many.
    to: limits.rows + 20,
    max_record_size: limits.columns * limits.cellCharacters,
  }
  try {
    return ok({ lines: parse(text, options), sheet: null, sheets: [] })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLarge('cellCharacters', limits)
    return refused({ code: 'quote_not_closed', line: lineAfter(text, options, Number(error['records'] ?? 0)) })
  }
}

/** Where the first row begins that was not read: that is where the quote opens, not at the end of the file where it is missed. */
function lineAfter(text: string, options: Options, rowsRead: number): number {
  if (rowsRead === 0) return 1
  const last = parse<{ info: { lines: number } }>(text, { ...options, to: rowsRead, info: true } as never).at(-1)
  return (last?.info.lines ?? 0) + 1
}
