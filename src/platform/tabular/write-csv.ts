import { stringify } from 'csv-stringify/sync'
import { neutraliseFormula } from '../pure/spreadsheet-safety.ts'
import type { Delimiter } from './delimiter.ts'

export type CsvCell = string | number | bigint | null

export type CsvOptions = {
  /** ';' opens in columns in a French spreadsheet; data for machines take ','. */
  readonly delimiter?: Delimiter
  /** Makes Excel read UTF-8 as such. */
  readonly hasByteOrderMark?: boolean
  /** Writes texts exactly as they are, formulas included: only for data read by programs, on a schema that forbids additions. */
  readonly isForMachines?: boolean
}

/** A CSV text (RFC 4180, lines ended by CRLF). Texts a spreadsheet would compute are shielded. */
export function writeCsv(headers: readonly string[], rows: readonly (readonly CsvCell[])[], options: CsvOptions = {}): string {
  const safe = (cell: CsvCell) => (typeof cell === 'string' && !options.isForMachines ? neutraliseFormula(cell) : cell)
  const lines = [headers, ...rows].map((row) => row.map(safe))
  return stringify(lines, { delimiter: options.delimiter ?? ';', bom: options.hasByteOrderMark ?? false, record_delimiter: '\r\n' })
}
