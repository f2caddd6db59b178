import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Circle, CircleDraft } from '../domain/event.ts'
import '../domain/events.ts'
import type { ProblemCode } from '../domain/problems.ts'
import * as sql from '../sql/setup.ts'
import { organiseEvent } from './open-event.ts'

export type StaleCircle = { readonly code: 'stale_edit'; readonly saved: Circle }

/**
 * Says what a group is called and what is meant for those in it; those who have figures of their own keep them.
 * @refuses stale_edit when somebody changed it meanwhile; a_target_is_within_quota; accepted_within_quota and requests_within_quota when somebody in it has more already
 */
export async function changeCircle(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  circleId: string,
  version: number,
  draft: CircleDraft,
): Promise<Outcome<null, StaleCircle | { readonly code: Exclude<ProblemCode, 'stale_edit'> }>> {
  const { event } = await organiseEvent(ctx, missionId, eventId)
  const circle = found((await sql.listCircles(ctx.tx, event.id)).find(({ id }) => id === circleId))
  if (circle.version !== version) return refused({ code: 'stale_edit', saved: circle })
  if (draft.target > draft.meetingQuota) return refused({ code: 'a_target_is_within_quota' })
  await ctx.journal.event('meetings.changed')
  await sql.updateCircle(ctx.tx, event.id, circle.id, draft)
  await sql.updateFiguresOf(ctx.tx, circle, draft)
  return ok(null)
}
