import type { Ctx } from '#platform/context.ts'
import type { ImportBatch } from '#platform/tabular/import-batches.ts'
import { checkMapping } from '#platform/tabular/import.ts'
import { type FileColumn, fileColumns, importedColumns, isRemembered } from '#platform/tabular/file-columns.ts'
import type { MemberRow, RowEffect } from '../domain/import-plan.ts'
import { memberRowShape } from '../domain/import-shape.ts'
import type { MemberColumn } from '../domain/member-columns.ts'
import { loadHeldImport } from './hold-import.ts'
import { type ImportCounts, planMembers } from './import-members.ts'
import { type ReadMember, readMemberRows } from './read-member-rows.ts'

export type CheckedRow = {
  readonly line: number
  readonly effect: RowEffect
  readonly returns: boolean
  readonly cells: ReadonlyArray<{ readonly column: MemberColumn; readonly text: string; readonly problem?: string }>
}

export type HeldCheck = {
  readonly counts: Readonly<Record<RowEffect, number>>
  readonly columns: readonly MemberColumn[]
  readonly rows: readonly CheckedRow[]
  readonly showsOnlyFaulty: boolean
}

/** What a page shows of a table that waits. `check` is null until its columns are known. */
export type HeldImport = {
  readonly id: string
  readonly sourceName: string
  readonly state: ImportBatch['state']
  readonly outcome: ImportCounts | null
  readonly rowCount: number
  readonly columns: readonly FileColumn<MemberColumn>[]
  readonly isRemembered: boolean
  readonly check: HeldCheck | null
}

/** Rows shown at once: enough to recognise a file, few enough to read. */
const shownRows = 100

export async function showHeldImport(
  ctx: Ctx,
  missionId: string,
  batchId: string,
  view: { readonly isChecking: boolean; readonly showsAll: boolean },
): Promise<HeldImport> {
  const batch = await loadHeldImport(ctx, missionId, batchId)
  const isMapped = checkMapping(batch.headers, memberRowShape, batch.mapping).ok
  return {
    id: batch.id,
    sourceName: batch.sourceName,
    state: batch.state,
    outcome: batch.state === 'applied' ? (batch.outcome as ImportCounts) : null,
    rowCount: batch.rows.length,
    columns: fileColumns<MemberRow>(batch),
    isRemembered: isRemembered(batch, memberRowShape),
    check: view.isChecking && isMapped && batch.state === 'draft' ? await check(ctx, missionId, batch, view.showsAll) : null,
  }
}

async function check(ctx: Ctx, missionId: string, batch: ImportBatch, showsAll: boolean): Promise<HeldCheck> {
  const read = readMemberRows(batch)
  const plan = await planMembers(
    ctx,
    missionId,
    read.flatMap(({ line, given }) => (given ? [{ line, given }] : [])),
  )
  const planned = new Map(plan.map((row) => [row.line, row]))
  const columns = importedColumns<MemberRow>(batch)
  const rows = read.map((row) => {
    const effect = planned.get(row.line)?.effect ?? 'refused'
    const problems = { ...planned.get(row.line)?.problems, ...row.problems }
    return { line: row.line, effect, returns: planned.get(row.line)?.returns ?? false, cells: cellsOf(row, columns, problems) }
  })
  const counts = { create: 0, update: 0, same: 0, refused: 0 }
  for (const row of rows) counts[row.effect] += 1
  const showsOnlyFaulty = counts.refused > 0 && !showsAll
  return { counts, columns, rows: rows.filter((row) => !showsOnlyFaulty || row.effect === 'refused').slice(0, shownRows), showsOnlyFaulty }
}

/** A problem about a column the file does not have stands on the family name: someone has to read it. */
function cellsOf(row: ReadMember, columns: readonly MemberColumn[], problems: ReadMember['problems']): CheckedRow['cells'] {
  const homeless = Object.entries(problems).find(([column]) => !columns.includes(column as MemberColumn))?.[1]
  return columns.map((column) => {
    const problem = problems[column] ?? (column === 'familyName' ? homeless : undefined)
    return { column, text: row.texts[column] ?? '', ...(problem ? { problem: problem.code } : {}) }
  })
}
