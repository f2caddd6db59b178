import { NotFound } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type Held, applyHeld, heldImport } from '#platform/tabular/held-import.ts'
import { type ImportBatchId, type ImportProblem as ClosedImport, loadBatch, saveBatch } from '#platform/tabular/import-batches.ts'
import type { Table } from '#platform/tabular/table.ts'
import '../domain/events.ts'
import type { MemberRow } from '../domain/import-plan.ts'
import { memberRowShape } from '../domain/import-shape.ts'
import type { ImportProblem } from '../domain/problems.ts'
import { lockSubDelegation } from '../sql/sub-delegation.ts'
import { type ImportCounts, countPlan, planMembers, writePlan } from './import-members.ts'
import { openOwnSubDelegation } from './own-sub-delegation.ts'
import { readMemberRows } from './read-member-rows.ts'

/** Keeps a table that was read until its author confirms it. No member is written. */
export async function holdImport(ctx: Ctx, missionId: string, table: Table, sourceName: string): Promise<Outcome<ImportBatchId, never>> {
  const mission = await openOwnSubDelegation(ctx, missionId)
  return ok(await saveBatch(ctx, memberRowShape, { table, sourceName, missionId: mission.id }))
}

/** @throws NotFound for an import of another organisation, mission or kind. */
export async function openHeldImport(ctx: Ctx, missionId: string, batchId: string): Promise<Held<MemberRow>> {
  const mission = await openOwnSubDelegation(ctx, missionId)
  const batch = await loadBatch(ctx, batchId as ImportBatchId, memberRowShape.kind)
  if (batch.missionId !== mission.id) throw new NotFound('an import of another mission')
  return { batch, shape: memberRowShape }
}

/** The steps of an import of members that waits. */
export const heldMembers = (missionId: string, batchId: string) => heldImport((ctx) => openHeldImport(ctx, missionId, batchId))

/**
 * Writes the whole held table, once, and remembers what its columns mean for the next file with the same titles.
 * @refuses import_has_problems, import_is_empty, import_closed, and what the constraints refuse when a colleague was faster
 */
export async function confirmHeldImport(
  ctx: Ctx,
  missionId: string,
  batchId: string,
): Promise<Outcome<ImportCounts, ImportProblem | ClosedImport>> {
  const { batch } = await openHeldImport(ctx, missionId, batchId)
  const lines = readMemberRows(batch).map(({ line, given }) => ({ line, given }))
  const readable = lines.filter((line): line is typeof line & { given: NonNullable<typeof line.given> } => line.given !== null)
  if (lines.length === 0) return refused({ code: 'import_is_empty' })
  if (readable.length < lines.length) return refused({ code: 'import_has_problems' })
  await lockSubDelegation(ctx.tx, missionId, ctx.actor.organisationId)
  const plan = await planMembers(ctx, missionId, readable)
  if (plan.some((row) => row.effect === 'refused')) return refused({ code: 'import_has_problems' })
  return applyHeld(ctx, batch, { counts: countPlan(plan), event: 'members.imported', write: () => writePlan(ctx, missionId, plan) })
}
