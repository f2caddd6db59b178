import type { Outcome } from '../pure/outcome.ts'
import { refused } from '../pure/outcome.ts'
import { decodeText } from './decode-text.ts'
import type { Delimiter } from './delimiter.ts'
import { readCsv, readPastedText } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { type Grid, type Table, type TableLimits, type TableProblem, tableLimits, toTable, tooLarge } from './table.ts'

export type ReadTableOptions = {
  /** Of a workbook; by default the first that holds something. */
  readonly sheet?: string
  /** Of a CSV; by default recognised. */
  readonly delimiter?: Delimiter
  /** False when the first line is data already. */
  readonly hasHeaders?: boolean
  readonly limits?: TableLimits
}

/** Reads a file given by a user, whatever its name says it is: a workbook by its first bytes, otherwise a CSV. */
export function readTable(bytes: Uint8Array, options: ReadTableOptions = {}): Outcome<Table, TableProblem> {
  const limits = options.limits ?? tableLimits
  if (bytes.byteLength > limits.bytes) return tooLarge('bytes', limits)
  const grid = readGrid(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits, options)
  return grid.ok ? toTable(grid.value, limits, options.hasHeaders ?? true) : grid
}

/** Reads what was pasted into a text area, from a spreadsheet or typed. */
export function readPastedTable(text: string, options: Pick<ReadTableOptions, 'hasHeaders' | 'limits'> = {}): Outcome<Table, TableProblem> {
  const limits = options.limits ?? tableLimits
  if (text.length > limits.bytes) return tooLarge('bytes', limits)
  const grid = readPastedText(text, limits)
  return grid.ok ? toTable(grid.value, limits, options.hasHeaders ?? true) : grid
}

const zipStart = 0x04034b50
const oldOfficeStart = 0xe011cfd0

function readGrid(bytes: Buffer, limits: TableLimits, options: ReadTableOptions): Outcome<Grid, TableProblem> {
  const start = bytes.length >= 4 ? bytes.readUInt32LE(0) : 0
  if (start === zipStart) return readXlsx(bytes, limits, options.sheet)
  if (start === oldOfficeStart) return refused({ code: 'workbook_old_or_protected' })
  const text = decodeText(bytes)
  return text === null ? refused({ code: 'text_unreadable' }) : readCsv(text, limits, options.delimiter)
}
