import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { CardReferences } from '../domain/merge.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import { moveAffiliations, moveIdentifiers, restoreFacts, writeCardBack, writeRowsBack } from '../sql/card-rows.ts'
import * as sql from '../sql/merges.ts'
import { lockOrganisation } from '../sql/organisations.ts'
import { lockPerson } from '../sql/people.ts'

export type UndoProblem = { readonly code: 'merge_undone' | 'changed_since_merge' }

/**
 * Gives back both cards as they were before a merge, under their own ids, and to each the rows that named it.
 * What was written on the card since would be lost, so that is refused.
 * @refuses merge_undone, changed_since_merge
 */
export async function undoMerge(ctx: Ctx, mergeId: string, references: readonly CardReferences[]): Promise<Outcome<string, UndoProblem>> {
  const { tx } = ctx
  allow(mayKeepDirectory(ctx.actor))
  const merge = found(await sql.lockMerge(tx, mergeId))
  if (merge.undoneAt !== null) return refused({ code: 'merge_undone' })
  const { kind, keptId, goneId } = merge
  const kept = kind === 'person' ? await lockPerson(tx, keptId) : await lockOrganisation(tx, keptId)
  const isForeign = kept !== null && 'isWorkspace' in kept && kept.isWorkspace
  if (!kept || (!isForeign && kept.version !== merge.keptVersion)) return refused({ code: 'changed_since_merge' })
  await ctx.journal.event(kind === 'person' ? 'person.merge_undone' : 'organisation.merge_undone')
  await writeCardBack(tx, kind, merge.goneBefore)
  const back = { kind, from: keptId, to: goneId }
  const own = merge.moved.directory ?? {}
  await moveAffiliations(tx, back, own['directory.affiliation'] ?? [])
  await moveIdentifiers(tx, keptId, goneId, own['directory.organisation_identifier'] ?? [])
  for (const reference of references) await reference.move(tx, { ...back, only: merge.moved[reference.module] ?? {} })
  await writeRowsBack(tx, merge.goneBefore)
  if (!isForeign) await restoreFacts(tx, kind, merge.keptBefore)
  await sql.markUndone(tx, merge.id, ctx.now)
  return ok(goneId)
}
