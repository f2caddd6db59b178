import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { ErasureReason, Stayed } from '../domain/retention.ts'
import { mayErase } from '../domain/rights.ts'
import { insertExport } from '../sql/exports.ts'
import { forgetMergesOf } from '../sql/merges.ts'
import * as people from '../sql/people.ts'
import { forgetHistory, insertErasure } from '../sql/retention.ts'

/** Notes that everything kept of one person was gathered for them: the journal says when, and by whom. */
export async function noteArchive(ctx: Ctx): Promise<void> {
  allow(mayErase(ctx.actor))
  await ctx.journal.event('directory.exported')
  await insertExport(ctx.tx, { format: 'zip', question: '', personCount: 1, organisationCount: 0, recordedAt: ctx.now })
}

/**
 * Erases someone: their card, their positions, copies kept to undo merges, and what the journal told of them; its entries stay in their chain.
 * `stayed` counts what the law makes stay under their name: those who own it say so. Written without saying whom it was about.
 */
export async function erasePerson(
  ctx: Ctx,
  personId: string,
  reason: ErasureReason,
  stayed: Stayed,
): Promise<Outcome<{ entries: number }, never>> {
  const person = found(await people.lockPerson(ctx.tx, personId))
  allow(mayErase(ctx.actor))
  await ctx.journal.event('person.erased')
  await insertErasure(ctx.tx, { cardId: person.id, reason, stayed, recordedAt: ctx.now })
  await forgetMergesOf(ctx.tx, person.id)
  await people.deletePerson(ctx.tx, person.id)
  return ok({ entries: await forgetHistory(ctx.tx, person.id) })
}
