import type { Ctx } from '#platform/context.ts'
import { type Instant, addMinutes, compareInstants } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { freshToken } from '#modules/identity/index.ts'
import { linkDays, outcomeDays } from '../domain/answer-link.ts'
import '../domain/events.ts'
import { listSlots } from '../sql/setup.ts'
import { endLink, replaceLink } from '../sql/wishes.ts'
import type { WishProblem } from './make-wishes.ts'
import { openParticipant } from './write-participant.ts'

/**
 * Makes the link by which a participant answers without an account. The one that stood before ends. The database keeps its digest alone:
 * the address is shown once, to who asked for it.
 */
export async function makeLink(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  participantId: string,
  language: Locale,
): Promise<Outcome<string, WishProblem>> {
  const { mission, event, participant } = await openParticipant(ctx, missionId, eventId, participantId)
  const { token, digest } = freshToken('')
  const after = (instant: Instant, days: number) => addMinutes(instant, days * 24 * 60)
  const ends = (await listSlots(ctx.tx, event.id)).map(({ endsAt }) => after(endsAt, outcomeDays))
  await ctx.journal.event('meeting_link.made')
  await replaceLink(ctx.tx, {
    missionId: mission.id,
    eventId: event.id,
    participantId: participant.id,
    tokenDigest: digest,
    language,
    madeAt: ctx.now,
    expiresAt: [after(ctx.now, linkDays), event.closesAt, ...ends].sort(compareInstants).at(-1) ?? event.closesAt,
  })
  return ok(`${ctx.services.publicUrl}/rendez-vous/${token}`)
}

export async function revokeLink(ctx: Ctx, missionId: string, eventId: string, participantId: string): Promise<Outcome<null, WishProblem>> {
  const { participant } = await openParticipant(ctx, missionId, eventId, participantId)
  await ctx.journal.event('meeting_link.revoked')
  await endLink(ctx.tx, participant.id, ctx.now)
  return ok(null)
}
