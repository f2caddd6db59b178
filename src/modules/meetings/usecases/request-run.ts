import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { ProblemCode } from '../domain/problems.ts'
import '../domain/run-jobs.ts'
import * as sql from '../sql/plans.ts'
import { organiseEvent } from './open-event.ts'
import { takeSnapshot } from './take-snapshot.ts'

export type RunProblem = { readonly code: ProblemCode }
export type RunTerms = { readonly seed: number; readonly rounds: number; readonly movesAllowed: number | null }

/** Rounds of a usual run: some seconds, and better plans are rare beyond. */
export const usualRounds = 60

/**
 * Asks for a plan of the event as it is now. One run at a time works on an event.
 * @refuses nothing_to_plan, one_run_at_a_time
 */
export async function requestRun(ctx: Ctx, missionId: string, eventId: string, terms: RunTerms): Promise<Outcome<number, RunProblem>> {
  const { mission, event } = await organiseEvent(ctx, missionId, eventId)
  if ((await sql.listRuns(ctx.tx, event.id)).some(({ state }) => state === 'queued' || state === 'running'))
    return refused({ code: 'one_run_at_a_time' })
  const { snapshot, text, digest } = await takeSnapshot(ctx, event, terms.movesAllowed)
  if (snapshot.pairs.length === 0 || snapshot.slots.length === 0) return refused({ code: 'nothing_to_plan' })
  const id = crypto.randomUUID()
  await ctx.journal.event('meeting_run.asked')
  const number = await sql.insertRun(ctx.tx, mission.id, event.id, { id, ...terms, digest, text, wished: snapshot.pairs.length }, ctx.now)
  await ctx.jobs.enqueue('meetings.plan', { runId: id })
  return ok(number)
}

/** Stops a run; the worker hears of it at its next breath. @refuses run_over */
export async function cancelRun(ctx: Ctx, missionId: string, eventId: string, number: number): Promise<Outcome<null, RunProblem>> {
  const { event } = await organiseEvent(ctx, missionId, eventId)
  await ctx.journal.event('meeting_run.cancelled')
  return (await sql.cancelRun(ctx.tx, event.id, number, ctx.now)) ? ok(null) : refused({ code: 'run_over' })
}

/** A locked meeting stays where it is in every plan. */
export async function lockMeeting(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  meetingId: string,
  isLocked: boolean,
): Promise<Outcome<null, RunProblem>> {
  const { event } = await organiseEvent(ctx, missionId, eventId)
  await ctx.journal.event('meeting.locked')
  found((await sql.setLocked(ctx.tx, event.id, meetingId, isLocked)) || null)
  return ok(null)
}
