import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { ProblemCode } from '../domain/problems.ts'
import { type ProfileRow, putProfile } from '../sql/profiles.ts'
import { openParticipant } from './write-participant.ts'

/** Writes what a company says of itself, and which of it others may read. `version` is 0 the first time. @refuses stale_edit */
export async function writeProfile(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  participantId: string,
  version: number,
  profile: ProfileRow,
): Promise<Outcome<null, { readonly code: ProblemCode }>> {
  const { participant } = await openParticipant(ctx, missionId, eventId, participantId)
  await ctx.journal.event('meeting_participant.written')
  return (await putProfile(ctx.tx, participant.id, version, profile)) ? ok(null) : refused({ code: 'stale_edit' })
}
