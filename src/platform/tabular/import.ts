import type { Locale } from '../pure/locale.ts'
import { ok, type Outcome, refused } from '../pure/outcome.ts'
import { plainSpaces } from '../pure/spaces.ts'
import { type HeaderNames, matchHeaders } from './match-headers.ts'

/** What is wrong with one cell; the module that owns the shape has the sentence. */
export type CellProblem = { readonly code: string }

type ColumnNames = {
  /** Shown when choosing columns, and recognised as headers. */
  readonly labels: Readonly<Record<Locale, string>>
  /** Other headers people use for it, any case, with or without accents. */
  readonly aliases?: readonly string[]
}

/** One column of an import. `parse` receives the text of a cell that is not blank, its spaces made plain. */
export type ImportColumn<Value> = ColumnNames & { readonly parse: (text: string) => Outcome<Value, CellProblem> } & (
    | { readonly isRequired: true }
    | { readonly isRequired: false; readonly whenBlank: Value }
  )

/** What an import turns lines into: one column for each property of `Row`. */
export type ImportShape<Row> = {
  /** Names the import in the database: 'delegation', 'expenses'. */
  readonly kind: string
  readonly columns: { readonly [Key in keyof Row & string]: ImportColumn<Row[Key]> }
  /** Rules between the cells of one row; the problem is shown on the column it names. */
  readonly check?: (row: Row) => Partial<Record<keyof Row & string, CellProblem>>
}

/** Column of the shape → index of the column of the file. A column that is absent is not imported. */
export type Mapping = Readonly<Record<string, number>>

/** One line of the file, as the preview shows it. */
export type ReadRow<Row> = {
  /** In the file, counted from 1. */
  readonly line: number
  /** What the file says, for each column that is imported. */
  readonly texts: Readonly<Partial<Record<keyof Row & string, string>>>
  readonly problems: Readonly<Partial<Record<keyof Row & string, CellProblem>>>
  /** Null as soon as one cell has a problem. */
  readonly row: Row | null
}

export type MappingProblem =
  | { readonly code: 'columns_missing'; readonly columns: readonly string[] }
  | { readonly code: 'column_used_twice'; readonly columns: readonly string[] }
  | { readonly code: 'column_unknown'; readonly columns: readonly string[] }

/** The mapping that the headers suggest: exact names first, then names that share words. Nothing is guessed from a header twice. */
export function guessMapping<Row>(headers: readonly string[], shape: ImportShape<Row>): Mapping {
  const names: HeaderNames[] = columnsOf(shape).map(([key, column]) => ({
    key,
    names: [key, column.labels.fr, column.labels.en, ...(column.aliases ?? [])],
  }))
  return matchHeaders(headers, names)
}

/** @refuses columns_missing, column_used_twice, column_unknown */
export function checkMapping<Row>(headers: readonly string[], shape: ImportShape<Row>, mapping: Mapping): Outcome<Mapping, MappingProblem> {
  const entries = Object.entries(mapping)
  const unknown = entries.filter(
    ([key, index]) => !(key in shape.columns) || !Number.isInteger(index) || index < 0 || index >= headers.length,
  )
  if (unknown.length > 0) return refused({ code: 'column_unknown', columns: unknown.map(([key]) => key) })
  const doubled = entries.filter(([key, index]) => entries.some(([other, otherIndex]) => other !== key && otherIndex === index))
  if (doubled.length > 0) return refused({ code: 'column_used_twice', columns: doubled.map(([key]) => key) })
  const missing = columnsOf(shape).filter(([key, column]) => column.isRequired && mapping[key] === undefined)
  if (missing.length > 0) return refused({ code: 'columns_missing', columns: missing.map(([key]) => key) })
  return ok(mapping)
}

/**
 * Reads every line through the mapping, each problem on its cell. Lines whose imported cells are all
 * blank are left out. A required column that is not mapped makes every line a problem: check the mapping first.
 */
export function readCells<Row>(
  batch: { readonly rows: readonly (readonly string[])[]; readonly firstLine: number; readonly mapping: Mapping },
  shape: ImportShape<Row>,
): ReadRow<Row>[] {
  const columns = columnsOf(shape)
  return batch.rows.flatMap((cells, index) => {
    const read = readRow(cells, columns, batch.mapping, shape)
    return read === null ? [] : [{ line: batch.firstLine + index, ...read }]
  })
}

function readRow<Row>(
  cells: readonly string[],
  columns: readonly [keyof Row & string, ImportColumn<unknown>][],
  mapping: Mapping,
  shape: ImportShape<Row>,
): Omit<ReadRow<Row>, 'line'> | null {
  const texts: Partial<Record<keyof Row & string, string>> = {}
  const values: Partial<Record<keyof Row & string, unknown>> = {}
  const problems: Partial<Record<keyof Row & string, CellProblem>> = {}
  let isBlank = true
  for (const [key, column] of columns) {
    const index = mapping[key]
    const text = index === undefined ? '' : plainSpaces(cells[index] ?? '')
    if (index !== undefined) texts[key] = text
    if (text !== '') isBlank = false
    const outcome = readCell(text, column)
    if (outcome.ok) values[key] = outcome.value
    else problems[key] = outcome.problem
  }
  if (isBlank) return null
  if (Object.keys(problems).length > 0) return { texts, problems, row: null }
  // Every column has given its value: the object is whole.
  const row = values as Row
  const together = shape.check?.(row) ?? problems
  return { texts, problems: together, row: Object.keys(together).length > 0 ? null : row }
}

function readCell(text: string, column: ImportColumn<unknown>): Outcome<unknown, CellProblem> {
  if (text !== '') return column.parse(text)
  return column.isRequired ? refused({ code: 'cell_blank' }) : ok(column.whenBlank)
}

function columnsOf<Row>(shape: ImportShape<Row>): [keyof Row & string, ImportColumn<unknown>][] {
  return Object.entries(shape.columns) as [keyof Row & string, ImportColumn<unknown>][]
}
