import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { ProblemCode } from '../domain/problems.ts'
import { insertEventLeg, listEventLegs, replacePresences } from '../sql/legs.ts'
import { organiseEvent } from './open-event.ts'
import { openParticipant } from './write-participant.ts'

type LegProblem = { readonly code: ProblemCode }

/** Holds the event on one more leg of its mission, on the clocks of that city. @refuses leg_unknown, a_leg_is_held_once */
export async function addLeg(ctx: Ctx, missionId: string, eventId: string, legId: string): Promise<Outcome<null, LegProblem>> {
  const { mission, event } = await organiseEvent(ctx, missionId, eventId)
  const leg = mission.legs.find(({ id }) => id === legId)
  if (!leg) return refused({ code: 'leg_unknown' })
  if ((await listEventLegs(ctx.tx, event.id)).some(({ id }) => id === legId)) return refused({ code: 'a_leg_is_held_once' })
  await ctx.journal.event('meetings.changed')
  await insertEventLeg(ctx.tx, mission.id, event.id, leg.id, leg.timeZone)
  return ok(null)
}

/**
 * Says on which legs a participant is. On all of them, nothing is written: it will be on one that is added.
 * @refuses leg_unknown, nobody_leaves_a_leg_with_meetings
 */
export async function sayPresence(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  participantId: string,
  legIds: readonly string[],
): Promise<Outcome<null, LegProblem>> {
  const { mission, event, participant } = await openParticipant(ctx, missionId, eventId, participantId)
  const legs = await listEventLegs(ctx.tx, event.id)
  const chosen = legs.filter(({ id }) => legIds.includes(id)).map(({ id }) => id)
  if (chosen.length === 0 || chosen.length < new Set(legIds).size) return refused({ code: 'leg_unknown' })
  await ctx.journal.event('meeting_participant.written')
  await replacePresences(ctx.tx, mission.id, event.id, participant.id, chosen.length === legs.length ? [] : chosen)
  return ok(null)
}
