import type { Ctx } from '#platform/context.ts'
import { fileColumns, importedColumns, isRemembered } from '#platform/tabular/file-columns.ts'
import type { ImportBatch } from '#platform/tabular/import-batches.ts'
import { checkMapping } from '#platform/tabular/import.ts'
import type { FileKind } from '../domain/card-columns.ts'
import { type ImportCounts, type NamesakeRule, type PlannedLine, hasNamesakes } from '../domain/card-import.ts'
import { cardImports } from './card-imports.ts'
import { loadHeld } from './hold-card-import.ts'

export type CheckedLine = PlannedLine & {
  readonly cells: ReadonlyArray<{ readonly column: string; readonly text: string; readonly problem?: string }>
}

/** What a page shows of a file that waits; `check` is null until its columns are known. */
export type HeldCards = {
  readonly id: string
  readonly sourceName: string
  readonly state: ImportBatch['state']
  readonly outcome: ImportCounts | null
  readonly rowCount: number
  readonly columns: ReturnType<typeof fileColumns>
  readonly isRemembered: boolean
  readonly check: {
    readonly counts: Readonly<Record<PlannedLine['effect'], number>>
    readonly columns: readonly string[]
    readonly lines: readonly CheckedLine[]
    readonly showsOnlyFaulty: boolean
    readonly hasNamesakes: boolean
  } | null
}

/** Rows shown at once: enough to recognise a file, few enough to read. */
const shownRows = 100

type View = { readonly isChecking: boolean; readonly showsAll: boolean; readonly rule: NamesakeRule }

export async function showCards(ctx: Ctx, kind: FileKind, batchId: string, view: View): Promise<HeldCards> {
  const batch = await loadHeld(ctx, kind, batchId)
  const { shape } = cardImports[kind]
  const isMapped = checkMapping(batch.headers, shape, batch.mapping).ok
  return {
    id: batch.id,
    sourceName: batch.sourceName,
    state: batch.state,
    outcome: batch.state === 'applied' ? (batch.outcome as ImportCounts) : null,
    rowCount: batch.rows.length,
    columns: fileColumns(batch),
    isRemembered: isRemembered(batch, shape),
    check: view.isChecking && isMapped && batch.state === 'draft' ? await check(ctx, kind, batch, view) : null,
  }
}

async function check(ctx: Ctx, kind: FileKind, batch: ImportBatch, { showsAll, rule }: View): Promise<NonNullable<HeldCards['check']>> {
  const cards = cardImports[kind].read(batch)
  const planned = new Map((await cards.plan(ctx, rule)).lines.map((line) => [line.line, line]))
  const columns: string[] = importedColumns<Record<string, unknown>>(batch)
  const lines = cards.lines.map(({ line, texts, problems: unread }): CheckedLine => {
    const { effect, note, problems } = planned.get(line) ?? ({ effect: 'refused', note: null, problems: {} } as const)
    const all: Record<string, { code: string } | undefined> = { ...problems, ...unread }
    const homeless = Object.entries(all).find(([column]) => !columns.includes(column))?.[1]
    const cells = columns.map((column, index) => {
      const problem = all[column] ?? (index === 0 ? homeless : undefined)
      return { column, text: (texts as Record<string, string>)[column] ?? '', ...(problem ? { problem: problem.code } : {}) }
    })
    return { line, effect, note, problems, cells }
  })
  const counts = { create: 0, update: 0, same: 0, refused: 0 }
  for (const { effect } of lines) counts[effect] += 1
  const showsOnlyFaulty = counts.refused > 0 && !showsAll
  return {
    counts,
    columns,
    lines: lines.filter(({ effect }) => !showsOnlyFaulty || effect === 'refused').slice(0, shownRows),
    showsOnlyFaulty,
    hasNamesakes: hasNamesakes([...planned.values()]),
  }
}
