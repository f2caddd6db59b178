import type { Ctx } from '../context.ts'
import { ok, type Outcome } from '../pure/outcome.ts'
import { type ImportBatch, type ImportBatchId, type ImportProblem, dropBatch, saveBatch, setMapping } from './import-batches.ts'
import type { ImportShape, MappingProblem } from './import.ts'

/** What the author writes in place of one cell: `line` as the file numbers it, `column` as the import names it. */
export type MendedCell = { readonly line: number; readonly column: string; readonly text: string }

/**
 * Puts a mended copy of a waiting table in its place, and answers the import to go on with. The file itself stays with its
 * author, and whoever still looks at the former copy is told that it is closed. A cell the table does not have is left aside.
 * @refuses import_closed, columns_missing when the columns were never named
 */
export async function mendBatch<Row>(
  ctx: Ctx,
  batch: ImportBatch,
  shape: ImportShape<Row>,
  cells: readonly MendedCell[],
): Promise<Outcome<ImportBatchId, MappingProblem | ImportProblem>> {
  const dropped = await dropBatch(ctx, batch.id)
  if (!dropped.ok) return dropped
  const table = { headers: batch.headers, rows: mendedRows(batch, cells), firstLine: batch.firstLine, sheet: null, sheets: [] }
  const id = await saveBatch(ctx, shape, { table, sourceName: batch.sourceName, missionId: batch.missionId ?? undefined })
  const mapped = await setMapping(ctx, { ...batch, id }, shape, batch.mapping)
  return mapped.ok ? ok(id) : mapped
}

function mendedRows({ rows, firstLine, mapping }: ImportBatch, cells: readonly MendedCell[]): (readonly string[])[] {
  const byLine = Map.groupBy(cells, (cell) => cell.line)
  return rows.map((row, index) => {
    const texts = new Map((byLine.get(firstLine + index) ?? []).map(({ column, text }) => [mapping[column], text]))
    return row.map((text, column) => texts.get(column) ?? text)
  })
}
