import { z } from '@hono/zod-openapi'
import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Api, addRead, addWrite } from '#platform/openapi.ts'
import { ok } from '#platform/pure/outcome.ts'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import { listRuns } from '../sql/plans.ts'
import { applyRun } from '../usecases/apply-run.ts'
import { openEvent } from '../usecases/open-event.ts'
import { requestRun } from '../usecases/request-run.ts'
import { eventParams, newRun, runParams, runShape, tag } from './shapes.ts'

const path = '/missions/{missionId}/meeting-events/{eventId}/runs'

/** Runs: asked for, followed, put in force. */
export function addRuns(api: Api): void {
  addRead(
    api,
    {
      path,
      operationId: 'listMeetingRuns',
      summary: 'The plans that were asked for, the latest first',
      tag,
      params: eventParams,
      answer: z.object({ items: z.array(runShape) }).openapi('MeetingRuns'),
    },
    async (ctx, { params: { missionId, eventId } }) => ({ items: await runsOf(ctx, missionId, eventId) }),
  )
  addRead(
    api,
    {
      path: `${path}/{number}`,
      operationId: 'readMeetingRun',
      summary: 'How far a run is, and what it found',
      tag,
      params: runParams,
      answer: runShape,
    },
    async (ctx, { params: { missionId, eventId, number } }) => runOf(ctx, missionId, eventId, number),
  )
  addWrite(
    api,
    {
      method: 'post',
      path,
      operationId: 'startMeetingRun',
      summary: 'Asks for a plan of the event as it is now; a worker makes it',
      tag,
      params: eventParams,
      body: newRun,
      answer: runShape,
      status: 201,
      refusals: { nothing_to_plan: 422, one_run_at_a_time: 409 },
    },
    async (ctx, { params: { missionId, eventId }, body }) => {
      const asked = await requestRun(ctx, missionId, eventId, body)
      return asked.ok ? ok(await runOf(ctx, missionId, eventId, asked.value)) : asked
    },
  )
  addWrite(
    api,
    {
      method: 'put',
      path: `${path}/{number}/application`,
      operationId: 'applyMeetingRun',
      summary: 'Puts the plan of a run in force, whole',
      description: 'Refused when the event is not what the run looked at any more.',
      tag,
      params: runParams,
      body: z
        .object({ tells: z.boolean().default(false).openapi({ description: 'Whether those whose day changes are told.' }) })
        .openapi('MeetingRunApplication'),
      answer: z.object({ held: z.int(), changed: z.int() }).openapi('AppliedMeetingRun'),
      refusals: { run_not_done: 409, event_changed_since: 409, a_locked_meeting_does_not_move: 409, a_meeting_with_an_outcome_stays: 409 },
    },
    async (ctx, { params: { missionId, eventId, number }, body: { tells } }) =>
      applyRun(ctx, missionId, eventId, number, tells ? 'tell' : 'silent'),
  )
}

async function runsOf(ctx: Ctx, missionId: string, eventId: string) {
  const { mission, event } = await openEvent(ctx, missionId, eventId)
  allow(mayOrganiseMeetings(ctx.actor, mission.partners))
  return listRuns(ctx.tx, event.id)
}

async function runOf(ctx: Ctx, missionId: string, eventId: string, wanted: number) {
  return found((await runsOf(ctx, missionId, eventId)).find(({ number }) => number === wanted))
}
