import type { Ctx } from '../context.ts'
import { type Outcome, ok } from '../pure/outcome.ts'
import { type FileColumn, fileColumns, isRemembered } from './file-columns.ts'
import {
  type ImportBatch,
  type ImportBatchId,
  type ImportProblem,
  dropBatch,
  markApplied,
  rememberMapping,
  setMapping,
} from './import-batches.ts'
import { type ImportShape, type Mapping, type MappingProblem, checkMapping } from './import.ts'
import { type MendedCell, mendBatch } from './mend-batch.ts'

/** A table that waits for its author, and what its columns may be. */
export type Held<Row> = { readonly batch: ImportBatch; readonly shape: ImportShape<Row> }

/** The steps of an import before it is confirmed, whatever it holds. `open` loads it, and is where rights are asked. */
export function heldImport<Row>(open: (ctx: Ctx) => Promise<Held<Row>>) {
  return {
    /** @refuses columns_missing, column_used_twice, column_unknown, import_closed */
    async map(ctx: Ctx, mapping: Mapping): Promise<Outcome<Mapping, MappingProblem | ImportProblem>> {
      const { batch, shape } = await open(ctx)
      return setMapping(ctx, batch, shape, mapping)
    },
    /** Goes on with a mended copy, whose id is the answer. @refuses import_closed, columns_missing when they were never named */
    async correct(ctx: Ctx, cells: readonly MendedCell[]): Promise<Outcome<ImportBatchId, MappingProblem | ImportProblem>> {
      const { batch, shape } = await open(ctx)
      return mendBatch(ctx, batch, shape, cells)
    },
    /** @refuses import_closed */
    async drop(ctx: Ctx): Promise<Outcome<null, ImportProblem>> {
      const { batch } = await open(ctx)
      return dropBatch(ctx, batch.id)
    },
  }
}

/**
 * Writes a table that was planned, once: of two who confirm it the second is told that it is closed. What its columns mean is remembered for the next
 * file with the same titles. The event is named here, so that it stands before what it tells.
 * @refuses import_closed
 */
export async function applyHeld<Counts>(
  ctx: Ctx,
  batch: ImportBatch,
  {
    counts,
    event,
    write,
  }: { readonly counts: Counts; readonly event: Parameters<Ctx['journal']['event']>[0]; readonly write: () => Promise<void> },
): Promise<Outcome<Counts, ImportProblem>> {
  const closed = await markApplied(ctx, batch.id, counts)
  if (!closed.ok) return closed
  await rememberMapping(ctx, batch)
  await ctx.journal.event(event)
  await write()
  return ok(counts)
}

/** What a page shows of a table that waits. `check` is null until its columns are known, and once it is closed. */
export type ShownImport<Column extends string, Counts, Check> = {
  readonly id: ImportBatchId
  readonly sourceName: string
  readonly state: ImportBatch['state']
  readonly outcome: Counts | null
  readonly rowCount: number
  readonly columns: readonly FileColumn<Column>[]
  readonly isRemembered: boolean
  readonly check: Check | null
}

export async function showHeld<Row, Counts, Check>(
  { batch, shape }: Held<Row>,
  check: (() => Promise<Check>) | null,
): Promise<ShownImport<keyof Row & string, Counts, Check>> {
  const isReady = batch.state === 'draft' && checkMapping(batch.headers, shape, batch.mapping).ok
  return {
    id: batch.id,
    sourceName: batch.sourceName,
    state: batch.state,
    outcome: batch.state === 'applied' ? (batch.outcome as Counts) : null,
    rowCount: batch.rows.length,
    columns: fileColumns<Row>(batch),
    isRemembered: isRemembered(batch, shape),
    check: check && isReady ? await check() : null,
  }
}

export type Effect = 'create' | 'update' | 'same' | 'refused'

/** The lines to look at: the refused ones alone while there are some and nobody asked for all, and no more than one reads. */
export function linesToShow<Line extends { readonly effect: Effect }>(lines: readonly Line[], showsAll: boolean, most = 100) {
  const counts = { create: 0, update: 0, same: 0, refused: 0 }
  for (const { effect } of lines) counts[effect] += 1
  const showsOnlyFaulty = counts.refused > 0 && !showsAll
  return { counts, showsOnlyFaulty, lines: (showsOnlyFaulty ? lines.filter(({ effect }) => effect === 'refused') : lines).slice(0, most) }
}

type Problems = Readonly<Record<string, { readonly code: string } | undefined>>

/** The cells of a line, with their problems; one about a column the file does not have stands on `anchor`: someone has to read it. */
export function cellsOf<Column extends string>(
  columns: readonly Column[],
  texts: Readonly<Record<string, string | undefined>>,
  problems: Problems,
  anchor: Column | undefined,
) {
  const known: ReadonlySet<string> = new Set(columns)
  const homeless = Object.entries(problems).find(([column]) => !known.has(column))?.[1]
  return columns.map((column) => {
    const problem = problems[column] ?? (column === anchor ? homeless : undefined)
    return { column, text: texts[column] ?? '', ...(problem ? { problem: problem.code } : {}) }
  })
}
