import type { Ctx } from '#platform/context.ts'
import type { Outcome } from '#platform/pure/outcome.ts'
import { dropBatch, type ImportBatchId, type ImportProblem, setMapping } from '#platform/tabular/import-batches.ts'
import type { Mapping, MappingProblem } from '#platform/tabular/import.ts'
import { type MendedCell, mendBatch } from '#platform/tabular/mend-batch.ts'
import { openImport } from './read-import.ts'

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
 * Goes on with a mended copy of the table, whose id is the answer.
 * @refuses import_closed, columns_missing when the columns were never named
 */
export async function mendImport(
  ctx: Ctx,
  missionId: string,
  batchId: ImportBatchId,
  cells: readonly MendedCell[],
): Promise<Outcome<ImportBatchId, MappingProblem | ImportProblem>> {
  const { batch, shape } = await openImport(ctx, missionId, batchId)
  return mendBatch(ctx, batch, shape, cells)
}

/** Gives a waiting file up. @refuses import_closed */
export async function dropImport(ctx: Ctx, missionId: string, batchId: ImportBatchId): Promise<Outcome<null, ImportProblem>> {
  const { batch } = await openImport(ctx, missionId, batchId)
  return dropBatch(ctx, batch.id)
}
