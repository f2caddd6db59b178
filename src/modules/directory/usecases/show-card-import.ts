import type { Ctx } from '#platform/context.ts'
import { importedColumns } from '#platform/tabular/file-columns.ts'
import { type ShownImport, cellsOf, linesToShow, showHeld } from '#platform/tabular/held-import.ts'
import type { ImportBatch } from '#platform/tabular/import-batches.ts'
import type { FileKind } from '../domain/card-columns.ts'
import { type ImportCounts, type NamesakeRule, type PlannedLine, hasNamesakes } from '../domain/card-import.ts'
import { cardImports } from './card-imports.ts'
import { openHeld } from './hold-card-import.ts'

export type CheckedLine = PlannedLine & {
  readonly cells: ReadonlyArray<{ readonly column: string; readonly text: string; readonly problem?: string }>
}

export type CardCheck = ReturnType<typeof linesToShow<CheckedLine>> & {
  readonly columns: readonly string[]
  readonly hasNamesakes: boolean
}

/** What a page shows of a file of cards that waits. */
export type HeldCards = ShownImport<string, ImportCounts, CardCheck>

type View = { readonly isChecking: boolean; readonly showsAll: boolean; readonly rule: NamesakeRule }

export async function showCards(ctx: Ctx, kind: FileKind, batchId: string, view: View): Promise<HeldCards> {
  const held = await openHeld(ctx, kind, batchId)
  return showHeld<unknown, ImportCounts, CardCheck>(held, view.isChecking ? () => check(ctx, kind, held.batch, view) : null)
}

async function check(ctx: Ctx, kind: FileKind, batch: ImportBatch, { showsAll, rule }: View): Promise<CardCheck> {
  const cards = cardImports[kind].read(batch)
  const planned = new Map((await cards.plan(ctx, rule)).lines.map((line) => [line.line, line]))
  const columns: string[] = importedColumns<Record<string, unknown>>(batch)
  const lines = cards.lines.map(({ line, texts, problems: unread }): CheckedLine => {
    const { effect, note, problems } = planned.get(line) ?? ({ effect: 'refused', note: null, problems: {} } as const)
    return { line, effect, note, problems, cells: cellsOf(columns, texts, { ...problems, ...unread }, columns[0]) }
  })
  return { ...linesToShow(lines, showsAll), columns, hasNamesakes: hasNamesakes([...planned.values()]) }
}
