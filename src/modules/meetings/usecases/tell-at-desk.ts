import type { Ctx } from '#platform/context.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type SaidOutcome, isSameOutcome, mergedOutcome } from '../domain/desk-outcome.ts'
import type { OutcomeDraft } from '../domain/outcome.ts'
import { listOutcomes } from '../sql/outcomes.ts'
import { openSide, putOutcome } from './tell-outcome.ts'

/**
 * Says what became of a meeting, from a desk whose word may have waited for a network. What somebody else said meanwhile for the same side is
 * completed by it where the two agree; where they do not, it is refused and somebody chooses. Two sides never collide: each has its own word.
 * @refuses told_meanwhile
 */
export async function tellAtDesk(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  { meetingId, participantId, version, ...draft }: SaidOutcome,
  at: Instant,
): Promise<Outcome<null, { readonly code: 'told_meanwhile' }>> {
  const of = await openSide(ctx, missionId, eventId, meetingId, participantId)
  if (await putOutcome(ctx, of, draft, { version, at })) return ok(null)
  const known = (await listOutcomes(ctx.tx, of.eventId, meetingId)).find((word) => word.participantId === participantId)
  const merged = known && settle(draft, known, version)
  if (!merged) return refused({ code: 'told_meanwhile' })
  if (isSameOutcome(merged, known)) return ok(null)
  return (await putOutcome(ctx, of, merged, { version: known.version, at })) ? ok(null) : refused({ code: 'told_meanwhile' })
}

/** Who had read a word already may have taken a part of it back: then only the very same word is no contradiction. */
function settle(draft: OutcomeDraft, known: OutcomeDraft, version: number): OutcomeDraft | null {
  if (version === 0) return mergedOutcome(draft, known)
  return isSameOutcome(draft, known) ? known : null
}
