import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import {
  dropBatch,
  type ImportBatch,
  type ImportBatchId,
  type ImportProblem,
  saveBatch,
  setMapping,
} from '#platform/tabular/import-batches.ts'
import type { Mapping, MappingProblem } from '#platform/tabular/import.ts'
import { openImport } from './read-import.ts'

/** What the author writes in place of one cell: `line` as the file numbers it, `column` as the import names it. */
export type MendedCell = { readonly line: number; readonly column: string; readonly text: string }

/**
 * Says what the columns of a waiting file are.
 * @refuses columns_missing, column_used_twice, column_unknown, import_closed
 */
export async function mapImport(
  ctx: Ctx,
  missionId: string,
  batchId: ImportBatchId,
  mapping: Mapping,
): Promise<Outcome<Mapping, MappingProblem | ImportProblem>> {
  const { batch, shape } = await openImport(ctx, missionId, batchId)
  return setMapping(ctx, batch, shape, mapping)
}

/**
 * Puts a mended copy of the table in the place of the one that waits, and answers its id. Nobody's file is changed,
 * and whoever still looks at the former copy is told that it is closed. A cell the table does not have is left aside.
 * @refuses import_closed, columns_missing when the columns were never named
 */
export async function mendImport(
  ctx: Ctx,
  missionId: string,
  batchId: ImportBatchId,
  cells: readonly MendedCell[],
): Promise<Outcome<ImportBatchId, MappingProblem | ImportProblem>> {
  const { batch, reader, shape } = await openImport(ctx, missionId, batchId)
  const dropped = await dropBatch(ctx, batch.id)
  if (!dropped.ok) return dropped
  const table = { headers: batch.headers, rows: mendedRows(batch, cells), firstLine: batch.firstLine, sheet: null, sheets: [] }
  const mendedId = await saveBatch(ctx, shape, { table, sourceName: batch.sourceName, missionId: reader.ledger.missionId })
  const mapped = await mapImport(ctx, missionId, mendedId, batch.mapping)
  return mapped.ok ? ok(mendedId) : mapped
}

function mendedRows({ rows, firstLine, mapping }: ImportBatch, cells: readonly MendedCell[]): (readonly string[])[] {
  const byLine = Map.groupBy(cells, (cell) => cell.line)
  return rows.map((row, index) => {
    const texts = new Map((byLine.get(firstLine + index) ?? []).map(({ column, text }) => [mapping[column], text]))
    return row.map((text, column) => texts.get(column) ?? text)
  })
}

/** Gives a waiting file up. @refuses import_closed */
export async function dropImport(ctx: Ctx, missionId: string, batchId: ImportBatchId): Promise<Outcome<null, ImportProblem>> {
  const { batch } = await openImport(ctx, missionId, batchId)
  return dropBatch(ctx, batch.id)
}
