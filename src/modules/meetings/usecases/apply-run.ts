import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { compareInstants } from '#platform/pure/instant.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { MeetingEvent } from '../domain/event.ts'
import '../domain/events.ts'
import '../domain/run-jobs.ts'
import { decideChanges } from '../domain/plan-changes.ts'
import type { PlannedMeeting } from '../domain/snapshot.ts'
import * as sql from '../sql/plans.ts'
import { organiseEvent } from './open-event.ts'
import type { RunProblem } from './request-run.ts'
import { takeSnapshot } from './take-snapshot.ts'

export type Applied = { readonly held: number; readonly changed: number }

/**
 * Makes the plan of a run the one in force: all of it or nothing. What the run looked at must still be so: somebody who edited meanwhile is not overruled.
 * Told are those whose day changes, each their own part of it, and nobody else.
 * @refuses run_not_done, event_changed_since, a_locked_meeting_does_not_move
 */
export async function applyRun(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  number: number,
  tells: 'tell' | 'silent' = 'silent',
): Promise<Outcome<Applied, RunProblem>> {
  const { mission, event } = await organiseEvent(ctx, missionId, eventId)
  const run = found(await sql.loadRun(ctx.tx, event.id, number))
  if (run.result === null) return refused({ code: 'run_not_done' })
  const { digest } = await takeSnapshot(ctx, event, run.movesAllowed)
  if (digest.toString('hex') !== run.digest) return refused({ code: 'event_changed_since' })
  await ctx.journal.event('meeting_run.applied')
  return putInForce(ctx, mission.id, event, run.id, run.result.meetings, tells)
}

/**
 * Puts the plan that was applied before back in force; where there was none, there is none again.
 * @refuses nothing_applied, a_locked_meeting_does_not_move, and the constraints of what has gone since
 */
export async function rollBack(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  tells: 'tell' | 'silent' = 'silent',
): Promise<Outcome<Applied, RunProblem>> {
  const { mission, event } = await organiseEvent(ctx, missionId, eventId)
  const applied = (await sql.listRuns(ctx.tx, event.id))
    .flatMap(({ number, appliedAt }) => (appliedAt === null ? [] : [{ number, appliedAt }]))
    .sort((a, b) => compareInstants(b.appliedAt, a.appliedAt) || b.number - a.number)
  const [latest, before] = applied
  if (!latest) return refused({ code: 'nothing_applied' })
  const undone = found(await sql.loadRun(ctx.tx, event.id, latest.number))
  const former = before ? found(await sql.loadRun(ctx.tx, event.id, before.number)) : null
  await ctx.journal.event('meeting_run.rolled_back')
  await sql.clearApplied(ctx.tx, undone.id)
  return putInForce(ctx, mission.id, event, former?.id ?? null, former?.result?.meetings ?? [], tells)
}

async function putInForce(
  ctx: Ctx,
  missionId: string,
  event: MeetingEvent,
  runId: string | null,
  meetings: readonly PlannedMeeting[],
  tells: 'tell' | 'silent',
): Promise<Outcome<Applied, RunProblem>> {
  const changes = decideChanges(await sql.listMeetings(ctx.tx, event.id), meetings)
  if (!changes.ok) return changes
  const { delta, gone, placed } = changes.value
  await sql.deleteMeetings(ctx.tx, gone)
  await sql.insertMeetings(
    ctx.tx,
    { missionId, eventId: event.id, runId },
    placed.map(({ id, ...meeting }) => ({ id: id ?? crypto.randomUUID(), ...meeting })),
  )
  if (runId !== null) await sql.markApplied(ctx.tx, runId, ctx.now)
  if (tells === 'tell' && delta.length > 0) await ctx.jobs.enqueue('meetings.tell-changes', { eventId: event.id, changes: delta })
  return ok({ held: meetings.length, changed: delta.length })
}
