import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { found } from '../actor.ts'
import type { Ctx } from '../context.ts'
import type { Id } from '../pure/ids.ts'
import { ok, type Outcome, refused } from '../pure/outcome.ts'
import { foldAccents } from '../pure/text.ts'
import { type ImportShape, type Mapping, type MappingProblem, checkMapping, guessMapping } from './import.ts'
import type { Table } from './table.ts'

export type ImportBatchId = Id<'importBatch'>

/** A file that was read and waits for its author to confirm it. Nothing of it is anywhere else yet. */
export type ImportBatch = {
  readonly id: ImportBatchId
  readonly kind: string
  readonly missionId: Id<'mission'> | null
  readonly sourceName: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly firstLine: number
  readonly mapping: Mapping
  readonly state: 'draft' | 'applied' | 'dropped'
  readonly createdAt: string
  /** What `markApplied` was given. */
  readonly outcome: unknown
}

/** Confirmed or dropped meanwhile, in another window perhaps. */
export type ImportProblem = { readonly code: 'import_closed' }

/** Keeps a file that was read, with the mapping this organisation last used for the same headers, or the one they suggest. */
export async function saveBatch<Row>(
  ctx: Ctx,
  shape: ImportShape<Row>,
  given: { readonly table: Table; readonly sourceName: string; readonly missionId?: Id<'mission'> },
): Promise<ImportBatchId> {
  const { table } = given
  const remembered = await recallMapping(ctx, shape.kind, table.headers)
  const mapping = remembered && checkMapping(table.headers, shape, remembered).ok ? remembered : guessMapping(table.headers, shape)
  const row = await ctx.tx
    .insertInto('app.importBatch')
    .values({
      organisationId: ctx.actor.organisationId,
      missionId: given.missionId ?? null,
      kind: shape.kind,
      sourceName: given.sourceName,
      headers: JSON.stringify(table.headers),
      cells: JSON.stringify(table.rows),
      mapping: JSON.stringify({ columns: mapping, firstLine: table.firstLine }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id as ImportBatchId
}

/** @throws NotFound also when it is an import of another kind. */
export async function loadBatch(ctx: Ctx, id: ImportBatchId, kind: string): Promise<ImportBatch> {
  const row = found(await ctx.tx.selectFrom('app.importBatch').selectAll().where('id', '=', id).where('kind', '=', kind).executeTakeFirst())
  const { columns, firstLine } = row.mapping as { columns: Mapping; firstLine: number }
  return {
    id,
    kind,
    missionId: row.missionId as Id<'mission'> | null,
    sourceName: row.sourceName,
    headers: row.headers as string[],
    rows: row.cells as string[][],
    firstLine,
    mapping: columns,
    state: row.state as ImportBatch['state'],
    createdAt: row.createdAt,
    outcome: row.outcome,
  }
}

/** @refuses columns_missing, column_used_twice, column_unknown, import_closed */
export async function setMapping<Row>(
  ctx: Ctx,
  batch: ImportBatch,
  shape: ImportShape<Row>,
  mapping: Mapping,
): Promise<Outcome<Mapping, MappingProblem | ImportProblem>> {
  const checked = checkMapping(batch.headers, shape, mapping)
  if (!checked.ok) return checked
  return (await changeDraft(ctx, batch.id, { mapping: JSON.stringify({ columns: mapping, firstLine: batch.firstLine }) }))
    ? checked
    : refused({ code: 'import_closed' })
}

/** The next file with the same headers will find this mapping. */
export async function rememberMapping(ctx: Ctx, batch: Pick<ImportBatch, 'kind' | 'headers' | 'mapping'>): Promise<void> {
  const mapping = JSON.stringify(batch.mapping)
  await ctx.tx
    .insertInto('app.importMapping')
    .values({
      organisationId: ctx.actor.organisationId,
      kind: batch.kind,
      headerDigest: headerDigest(batch.headers),
      mapping,
      usedAt: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['organisationId', 'kind', 'headerDigest']).doUpdateSet({ mapping, usedAt: ctx.now }))
    .execute()
}

/**
 * Closes the import in favour of the running transaction. To be called before the rows are written:
 * a second confirmation waits for this one, then is refused. `outcome` is plain JSON, e.g. counts.
 * @refuses import_closed
 */
export async function markApplied<Summary>(ctx: Ctx, id: ImportBatchId, outcome: Summary): Promise<Outcome<Summary, ImportProblem>> {
  return (await changeDraft(ctx, id, { state: 'applied', outcome: JSON.stringify(outcome) }))
    ? ok(outcome)
    : refused({ code: 'import_closed' })
}

/** @refuses import_closed */
export async function dropBatch(ctx: Ctx, id: ImportBatchId): Promise<Outcome<null, ImportProblem>> {
  return (await changeDraft(ctx, id, { state: 'dropped', cells: '[]' })) ? ok(null) : refused({ code: 'import_closed' })
}

type DraftChange = { mapping: string } | { state: 'applied'; outcome: string } | { state: 'dropped'; cells: string }

/** @returns false when the import is no longer a draft, or is not there at all */
async function changeDraft(ctx: Ctx, id: ImportBatchId, change: DraftChange): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('app.importBatch')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

async function recallMapping(ctx: Ctx, kind: string, headers: readonly string[]): Promise<Mapping | null> {
  const { rows } = await sql<{ mapping: Mapping }>`select mapping from app.import_mapping
    where organisation_id = ${ctx.actor.organisationId} and kind = ${kind} and header_digest = ${headerDigest(headers)}`.execute(ctx.tx)
  return rows[0]?.mapping ?? null
}

/** The same headers whatever their case, accents and spaces. */
function headerDigest(headers: readonly string[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(headers.map((header) => foldAccents(header).replace(/\s+/g, ' ').trim())))
    .digest()
}
