import { heldImport } from '#platform/tabular/held-import.ts'
import type { ImportBatchId } from '#platform/tabular/import-batches.ts'
import { openImport } from './read-import.ts'

/** The steps of an import of expenses that waits. */
export const heldExpenses = (missionId: string, batchId: ImportBatchId) => heldImport((ctx) => openImport(ctx, missionId, batchId))
