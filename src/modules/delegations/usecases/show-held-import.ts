import type { Ctx } from '#platform/context.ts'
import { importedColumns } from '#platform/tabular/file-columns.ts'
import { type ShownImport, cellsOf, linesToShow, showHeld } from '#platform/tabular/held-import.ts'
import type { ImportBatch } from '#platform/tabular/import-batches.ts'
import type { MemberRow, RowEffect } from '../domain/import-plan.ts'
import type { MemberColumn } from '../domain/member-columns.ts'
import { openHeldImport } from './hold-import.ts'
import { type ImportCounts, planMembers } from './import-members.ts'
import { readMemberRows } from './read-member-rows.ts'

export type CheckedRow = {
  readonly line: number
  readonly effect: RowEffect
  readonly returns: boolean
  readonly cells: ReadonlyArray<{ readonly column: MemberColumn; readonly text: string; readonly problem?: string }>
}

export type HeldCheck = ReturnType<typeof linesToShow<CheckedRow>> & { readonly columns: readonly MemberColumn[] }

/** What a page shows of a table of members that waits. */
export type HeldImport = ShownImport<MemberColumn, ImportCounts, HeldCheck>

type View = { readonly isChecking: boolean; readonly showsAll: boolean }

export async function showHeldImport(ctx: Ctx, missionId: string, batchId: string, view: View): Promise<HeldImport> {
  const held = await openHeldImport(ctx, missionId, batchId)
  return showHeld<MemberRow, ImportCounts, HeldCheck>(held, view.isChecking ? () => check(ctx, missionId, held.batch, view.showsAll) : null)
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
  const rows = read.map(({ line, texts, problems }): CheckedRow => {
    const { effect, returns, problems: found } = planned.get(line) ?? ({ effect: 'refused', returns: false, problems: {} } as const)
    return { line, effect, returns, cells: cellsOf(columns, texts, { ...found, ...problems }, 'familyName') }
  })
  return { ...linesToShow(rows, showsAll), columns }
}
