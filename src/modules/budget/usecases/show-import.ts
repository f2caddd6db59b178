import type { Ctx } from '#platform/context.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { fileColumns, importedColumns, isRemembered } from '#platform/tabular/file-columns.ts'
import { linesToShow } from '#platform/tabular/held-import.ts'
import type { ImportBatchId } from '#platform/tabular/import-batches.ts'
import { tableLimits } from '#platform/tabular/table.ts'
import type { ExpenseRow } from '../domain/import-columns.ts'
import type { ImportCounts } from './import-expenses.ts'
import { openLedger } from './open-ledger.ts'
import { openImport, type OpenedImport, type PreviewedLine, previewImport } from './read-import.ts'

export type ImportView = 'columns' | 'faulty_lines' | 'all_lines'

/** As many lines of a preview as one looks at before scrolling becomes a search. */
const shownLines = 50

/** Where an import stands, and what its page shows there. */
export async function showImport(ctx: Ctx, missionId: string, batchId: ImportBatchId | null, view: ImportView) {
  const { ledger } = await openLedger(ctx, missionId)
  if (ledger.accountsClosedOn) return closedStep(ledger.accountsClosedOn)
  const opened = batchId && (await openImport(ctx, missionId, batchId))
  if (!opened || opened.batch.state === 'dropped') return sourceStep()
  if (opened.batch.state === 'applied') return { step: 'result' as const, counts: opened.batch.outcome as ImportCounts }
  return view === 'columns' ? mappingStep(opened) : previewStep(ctx, opened, view)
}

function closedStep(closedOn: LocalDate) {
  return { step: 'closed' as const, closedOn }
}

function sourceStep() {
  return { step: 'source' as const, maxRows: tableLimits.rows, maxBytes: tableLimits.bytes }
}

function mappingStep({ batch, shape }: OpenedImport) {
  return {
    step: 'mapping' as const,
    sourceName: batch.sourceName,
    rowCount: batch.rows.length,
    isRemembered: isRemembered(batch, shape),
    columns: fileColumns<ExpenseRow>(batch),
  }
}

async function previewStep(ctx: Ctx, opened: OpenedImport, view: ImportView) {
  const lines = (await previewImport(ctx, opened)).map(lineOutcome)
  const { counts, ...shown } = linesToShow(lines, view !== 'faulty_lines', shownLines)
  return {
    step: 'preview' as const,
    batchId: opened.batch.id,
    summary: counts,
    ...shown,
    fields: importedColumns<ExpenseRow>(opened.batch),
    requestKey: crypto.randomUUID(),
  }
}

/** One line of a file: what its cells say, what is wrong with them by column, what it would do. */
export type LineOutcome = {
  readonly line: number
  readonly effect: 'create' | 'update' | 'same' | 'refused'
  readonly texts: Readonly<Record<string, string | undefined>>
  /** Problem codes. */
  readonly problems: Readonly<Record<string, string>>
  readonly looksRecordedTwice: boolean
}

function lineOutcome({ read: { line, texts, problems }, plan }: PreviewedLine): LineOutcome {
  const cells = Object.entries(problems).map(([column, { code }]) => [column, code])
  const planned = plan?.problem ? [[plan.problem.field, plan.problem.code]] : []
  return {
    line,
    effect: plan?.effect ?? 'refused',
    texts,
    problems: Object.fromEntries([...cells, ...planned]),
    looksRecordedTwice: plan?.looksRecordedTwice ?? false,
  }
}
