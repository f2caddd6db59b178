import { allow } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { asId } from '#platform/pure/ids.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type Held, applyHeld, heldImport } from '#platform/tabular/held-import.ts'
import { type ImportBatchId, type ImportProblem, loadBatch, saveBatch } from '#platform/tabular/import-batches.ts'
import { type Mapping, guessMapping } from '#platform/tabular/import.ts'
import type { Table } from '#platform/tabular/table.ts'
import type { FileKind } from '../domain/card-columns.ts'
import { type CardImportProblem, type ImportCounts, type NamesakeRule, countsOf } from '../domain/card-import.ts'
import '../domain/events.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import { lockDirectory } from '../sql/organisations.ts'
import { cardFileTexts } from '../texts/card-file-texts.ts'
import { cardImports } from './card-imports.ts'

/** Keeps a table that was read until its author confirms it: no card is written. */
export async function holdCards(ctx: Ctx, kind: FileKind, table: Table, sourceName: string): Promise<Outcome<ImportBatchId, never>> {
  allow(mayKeepDirectory(ctx.actor))
  return ok(await saveBatch(ctx, cardImports[kind].shape, { table: withCountries(kind, table), sourceName }))
}

/** A file that names organisations and no country gets the column, empty: the country of a new card can then be said where it is missing. */
function withCountries(kind: FileKind, table: Table): Table {
  const guessed = guessMapping(table.headers, cardImports[kind].shape) as Mapping
  if (kind !== 'person' || guessed.organisation === undefined || guessed.country !== undefined) return table
  return { ...table, headers: [...table.headers, cardFileTexts.fr.columns.person.country], rows: table.rows.map((row) => [...row, '']) }
}

/** @throws NotFound for an import of another organisation or kind. */
export async function openHeld(ctx: Ctx, kind: FileKind, batchId: string): Promise<Held<unknown>> {
  allow(mayKeepDirectory(ctx.actor))
  const { shape } = cardImports[kind]
  return { batch: await loadBatch(ctx, asId(batchId), shape.kind), shape }
}

/** The steps of an import of cards that waits. */
export const heldCards = (kind: FileKind, batchId: string) => heldImport((ctx) => openHeld(ctx, kind, batchId))

/**
 * Writes the whole file, once, in one transaction, and remembers what its columns mean.
 * @refuses import_is_empty, import_has_problems, import_closed, and what the constraints refuse when a colleague was faster
 */
export async function confirmCards(
  ctx: Ctx,
  kind: FileKind,
  batchId: string,
  rule: NamesakeRule,
): Promise<Outcome<ImportCounts, CardImportProblem | ImportProblem>> {
  const { batch } = await openHeld(ctx, kind, batchId)
  const cards = cardImports[kind].read(batch)
  if (cards.lines.length === 0) return refused({ code: 'import_is_empty' })
  await lockDirectory(ctx.tx, ctx.actor.organisationId)
  const plan = await cards.plan(ctx, rule)
  const isWrong = cards.lines.some(({ row }) => row === null) || plan.lines.some(({ effect }) => effect === 'refused')
  if (isWrong) return refused({ code: 'import_has_problems' })
  return applyHeld(ctx, batch, { counts: countsOf(plan.lines), event: 'directory.imported', write: () => plan.write() })
}
