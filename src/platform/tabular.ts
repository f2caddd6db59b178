export { type Delimiter, delimiters } from './tabular/delimiter.ts'
export {
  type CellProblem,
  type ImportColumn,
  type ImportShape,
  type Mapping,
  type MappingProblem,
  type ReadRow,
  checkMapping,
  guessMapping,
  readCells,
} from './tabular/import.ts'
export {
  type ImportBatch,
  type ImportBatchId,
  type ImportProblem,
  dropBatch,
  loadBatch,
  markApplied,
  rememberMapping,
  saveBatch,
  setMapping,
} from './tabular/import-batches.ts'
export { type ReadTableOptions, readPastedTable, readTable } from './tabular/read-table.ts'
export { type Table, type TableLimits, type TableProblem, tableLimits } from './tabular/table.ts'
export { type CsvCell, type CsvOptions, writeCsv } from './tabular/write-csv.ts'
export { type SheetCell, type WrittenSheet, writeXlsx } from './tabular/write-xlsx.ts'
