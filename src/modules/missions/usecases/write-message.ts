import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/message-events.ts'
import { type MessageId, type MessageProblem, type ThreadSubject, decideEdit } from '../domain/message.ts'
import { mayWriteMessage } from '../domain/rights.ts'
import '../domain/room-jobs.ts'
import { loadMission } from '../sql/missions.ts'
import * as sql from '../sql/messages.ts'

export type MessageDraft = { readonly about: ThreadSubject; readonly isShared: boolean; readonly body: string }

/**
 * Writes in the thread of an object, for every partner or for one's own organisation. Those concerned are told by mail: who
 * wrote in the thread before, and the officers of the organisations that read it.
 */
export async function writeMessage(
  ctx: Ctx,
  missionId: string,
  { about, isShared, body }: MessageDraft,
): Promise<Outcome<MessageId, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayWriteMessage(ctx.actor, mission.partners))
  await ctx.journal.event('message.written')
  const messageId = await sql.addMessage(ctx.tx, {
    missionId: mission.id,
    isShared,
    aboutNoun: about.noun,
    aboutId: about.noun === 'mission' ? null : about.id,
    aboutLabel: about.noun === 'mission' ? '' : about.label,
    body,
    authorName: ctx.actor.name,
    writtenAt: ctx.now,
  })
  await ctx.jobs.enqueue('missions.tell-message', { messageId })
  return ok(messageId)
}

/**
 * Mends a slip, within a quarter of an hour; the message says that it was edited.
 * @refuses already_retracted, too_late_to_edit, stale_message
 * @throws NotFound when it is not one's own
 */
export async function editMessage(
  ctx: Ctx,
  missionId: string,
  messageId: string,
  version: number,
  body: string,
): Promise<Outcome<null, MessageProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayWriteMessage(ctx.actor, mission.partners))
  const message = found(await sql.lockOwnMessage(ctx.tx, mission.id, messageId, ctx.actor.accountId))
  if (message.version !== version) return refused({ code: 'stale_message' })
  const decision = decideEdit(message, ctx.now)
  if (!decision.ok) return decision
  await ctx.journal.event('message.edited')
  await sql.changeMessage(ctx.tx, message.id, { body, editedAt: ctx.now })
  return ok(null)
}

/** Takes its words back; that it was written, by whom and when, stays. @throws NotFound when it is not one's own, or no longer there */
export async function retractMessage(ctx: Ctx, missionId: string, messageId: string): Promise<Outcome<null, MessageProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayWriteMessage(ctx.actor, mission.partners))
  const message = found(await sql.lockOwnMessage(ctx.tx, mission.id, messageId, ctx.actor.accountId))
  await ctx.journal.event('message.retracted')
  await sql.changeMessage(ctx.tx, message.id, { body: null, retractedAt: ctx.now })
  return ok(null)
}
