import type { ImportBatch } from './import-batches.ts'
import { guessMapping, type ImportShape, type Mapping } from './import.ts'

/** A column as the file has it: some of what it says, and the column of the import it was taken for. */
export type FileColumn<Key extends string = string> = {
  readonly header: string
  readonly samples: readonly string[]
  readonly field: Key | null
}

type Waiting = Pick<ImportBatch, 'headers' | 'rows' | 'mapping'>

/** The columns of a waiting file, for someone to say what each one is. */
export function fileColumns<Row>({ headers, rows, mapping }: Waiting): FileColumn<keyof Row & string>[] {
  return headers.map((header, index) => ({ header, samples: samplesOf(rows, index), field: fieldAt<Row>(mapping, index) }))
}

/** The columns that are imported, in the order of the file. */
export function importedColumns<Row>({ headers, mapping }: Waiting): (keyof Row & string)[] {
  return headers.flatMap((_, index) => fieldAt<Row>(mapping, index) ?? [])
}

/** Whether the columns mean what people said of such a file before, and not what the headers alone suggest. */
export function isRemembered<Row>({ headers, mapping }: Waiting, shape: ImportShape<Row>): boolean {
  // The database keeps an order of its own.
  const sorted = (any: Mapping) => JSON.stringify(Object.entries(any).sort())
  return sorted(mapping) !== sorted(guessMapping(headers, shape))
}

/** Three different texts, from as many rows as tell a column from another. */
function samplesOf(rows: Waiting['rows'], index: number): string[] {
  const filled = rows.slice(0, 200).map((cells) => cells[index] ?? '')
  return [...new Set(filled.filter((text) => text.trim() !== ''))]
    .slice(0, 3)
    .map((text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text))
}

function fieldAt<Row>(mapping: Mapping, index: number): (keyof Row & string) | null {
  const [key] = Object.entries(mapping).find(([, column]) => column === index) ?? []
  return (key as (keyof Row & string) | undefined) ?? null
}
