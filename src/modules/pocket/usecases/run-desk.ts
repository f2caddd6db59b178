import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import type { Contact } from '../domain/agenda.ts'
import '../domain/events.ts'
import { mayAnswerReceipts, mayRunPockets } from '../domain/rights.ts'
import * as sql from '../sql/senders.ts'

/** Publishes someone whom members may call: one's own people, or all of the mission. */
export async function publishContact(
  ctx: Ctx,
  missionId: string,
  contact: Pick<Contact, 'name' | 'duty' | 'phone'> & { readonly isShared: boolean },
): Promise<Outcome<null, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayRunPockets(ctx.actor, mission.partners))
  await ctx.journal.event('pocket.contact_published')
  await sql.insertContact(ctx.tx, mission.id, contact)
  return ok(null)
}

/** @throws NotFound when it is not one's own */
export async function withdrawContact(ctx: Ctx, missionId: string, contactId: string): Promise<Outcome<null, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayRunPockets(ctx.actor, mission.partners))
  await ctx.journal.event('pocket.contact_withdrawn')
  found((await sql.deleteContact(ctx.tx, mission.id, contactId)) || null)
  return ok(null)
}

export type ReceiptProblem = { readonly code: 'reason_missing' | 'receipt_answered' }

/** Says what became of a receipt: its expense is written, or it is not and why. Its author reads the answer. @refuses reason_missing, receipt_answered */
export async function answerReceipt(
  ctx: Ctx,
  missionId: string,
  receiptId: string,
  { state, reason }: { readonly state: 'entered' | 'declined'; readonly reason: string },
): Promise<Outcome<null, ReceiptProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayAnswerReceipts(ctx.actor, mission.partners))
  if (state === 'declined' && reason === '') return refused({ code: 'reason_missing' })
  await ctx.journal.event('pocket.receipt_answered')
  const isDone = await sql.answerReceipt(ctx.tx, mission.id, receiptId, { state, reason: state === 'declined' ? reason : null }, ctx.now)
  return isDone ? ok(null) : refused({ code: 'receipt_answered' })
}
