import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type ImportShape, type ReadRow, readCells } from '#platform/tabular/import.ts'
import {
  type ImportBatch,
  type ImportBatchId,
  type ImportProblem,
  loadBatch,
  markApplied,
  rememberMapping,
  saveBatch,
} from '#platform/tabular/import-batches.ts'
import { readPastedTable, readTable } from '#platform/tabular/read-table.ts'
import type { TableProblem } from '#platform/tabular/table.ts'
import type { GivenLine, PlannedLine } from '../domain/import-plan.ts'
import type { ExpenseRow } from '../domain/import-columns.ts'
import { draftOfRow, expenseShape, type ImportReader } from '../domain/import-shape.ts'
import { type ImportCounts, importExpenses, planExpenses, type RefusedImport } from './import-expenses.ts'
import { openLedger } from './open-ledger.ts'

export type GivenTable = { readonly bytes: Uint8Array } | { readonly pasted: string }

/** A file that waits for its author, with what reads its lines. */
export type OpenedImport = { readonly batch: ImportBatch; readonly reader: ImportReader; readonly shape: ImportShape<ExpenseRow> }

/**
 * Reads a table of expenses and keeps it aside until its author confirms it; the ledger does not change.
 * @refuses what reading a table refuses
 */
export async function readImport(
  ctx: Ctx,
  missionId: string,
  given: GivenTable,
  sourceName: string,
): Promise<Outcome<ImportBatchId, TableProblem>> {
  const reader = await openReader(ctx, missionId)
  const table = 'bytes' in given ? readTable(given.bytes) : readPastedTable(given.pasted)
  if (!table.ok) return table
  return ok(await saveBatch(ctx, expenseShape(reader), { table: table.value, sourceName, missionId: reader.ledger.missionId }))
}

/** @throws NotFound when the import is not of this mission, Forbidden */
export async function openImport(ctx: Ctx, missionId: string, batchId: ImportBatchId): Promise<OpenedImport> {
  const reader = await openReader(ctx, missionId)
  const shape = expenseShape(reader)
  const batch = await loadBatch(ctx, batchId, shape.kind)
  return { batch: found(batch.missionId === reader.ledger.missionId ? batch : null), reader, shape }
}

async function openReader(ctx: Ctx, missionId: string): Promise<ImportReader> {
  const { ledger, mission } = await openLedger(ctx, missionId)
  return { locale: ctx.actor.locale, ledger, partners: mission.partners.filter((partner) => partner.leftAt === null) }
}

/** One line of the file: what it says, and what it would do; `plan` is null when a cell does not read. */
export type PreviewedLine = { readonly read: ReadRow<ExpenseRow>; readonly plan: PlannedLine | null }

export async function previewImport(ctx: Ctx, { batch, reader, shape }: OpenedImport): Promise<PreviewedLine[]> {
  const rows = readCells(batch, shape)
  const plans = await planExpenses(
    ctx,
    reader.ledger,
    rows.flatMap((row) => givenLine(row, reader)),
  )
  const byLine = new Map(plans.map((plan) => [plan.line, plan]))
  return rows.map((read) => ({ read, plan: byLine.get(read.line) ?? null }))
}

/**
 * Writes a confirmed file, once. A second confirmation waits for the first, then is refused.
 * @refuses import_closed, import_has_problems, import_is_empty, accounts_closed
 */
export async function applyImport(
  ctx: Ctx,
  missionId: string,
  batchId: ImportBatchId,
  reason: string,
): Promise<Outcome<ImportCounts, RefusedImport | ImportProblem>> {
  const { batch, reader, shape } = await openImport(ctx, missionId, batchId)
  if (batch.state !== 'draft') return refused({ code: 'import_closed' })
  if (reader.ledger.accountsClosedOn !== null) return refused({ code: 'accounts_closed', lines: [] })
  const rows = readCells(batch, shape)
  const lines = rows.flatMap((row) => givenLine(row, reader))
  if (lines.length < rows.length) return refused({ code: 'import_has_problems', lines: [] })
  const counts = await importExpenses(ctx, missionId, lines, reason)
  if (!counts.ok) return counts
  await rememberMapping(ctx, batch)
  return markApplied(ctx, batch.id, counts.value)
}

function givenLine({ line, row, texts }: ReadRow<ExpenseRow>, reader: ImportReader): GivenLine[] {
  const draft = row ? draftOfRow(row, reader) : refused(null)
  return draft.ok ? [{ line, draft: draft.value, given: new Set(Object.keys(texts) as (keyof ExpenseRow)[]) }] : []
}
