import { z } from '@hono/zod-openapi'
import { type Api, addRead, addWrite, moneyToJson } from '#platform/openapi.ts'
import { assert, ok } from '#platform/pure/outcome.ts'
import { listOutcomes } from '../sql/outcomes.ts'
import { openEvent } from '../usecases/open-event.ts'
import { readStatistics } from '../usecases/read-statistics.ts'
import { tellOutcome } from '../usecases/tell-outcome.ts'
import { eventParams, meetingParams, outcomeBody, outcomeShape, statisticsShape, tag } from './shapes.ts'

const path = '/missions/{missionId}/meeting-events/{eventId}'

/** What became of meetings, and what an event amounts to. */
export function addOutcomes(api: Api): void {
  addRead(
    api,
    {
      path: `${path}/outcomes`,
      operationId: 'listMeetingOutcomes',
      summary: 'What each side says became of its meetings, as far as one reads it',
      tag,
      params: eventParams,
      answer: z.object({ items: z.array(outcomeShape) }).openapi('MeetingOutcomes'),
    },
    async (ctx, { params: { missionId, eventId } }) => {
      const { event } = await openEvent(ctx, missionId, eventId)
      return { items: await listOutcomes(ctx.tx, event.id) }
    },
  )
  addWrite(
    api,
    {
      method: 'put',
      path: `${path}/meetings/{meetingId}/outcome`,
      operationId: 'tellMeetingOutcome',
      summary: 'Says, for one side, what became of a meeting',
      tag,
      params: meetingParams,
      body: outcomeBody,
      answer: outcomeShape,
      refusals: { stale_edit: 409, a_side_tells_its_own_meeting: 422 },
    },
    async (ctx, { params: { missionId, eventId, meetingId }, body }) => {
      const told = await tellOutcome(ctx, missionId, eventId, meetingId, body)
      if (!told.ok) return told
      const outcome = (await listOutcomes(ctx.tx, eventId, meetingId)).find(({ participantId }) => participantId === body.participantId)
      assert(outcome, 'what was just told is there')
      return ok(outcome)
    },
  )
  addRead(
    api,
    {
      path: `${path}/statistics`,
      operationId: 'readMeetingStatistics',
      summary: 'What an event amounts to, recounted at each call, for those who organise it',
      tag,
      params: eventParams,
      answer: statisticsShape,
    },
    async (ctx, { params: { missionId, eventId } }) => {
      const { statistics, stages, asOf } = await readStatistics(ctx, missionId, eventId)
      return {
        ...statistics,
        secondMeetings: statistics.nextSteps.second_meeting,
        byPartner: statistics.byKeeper.map(({ id, ...share }) => ({ organisationId: id, ...share })),
        surveys: stages.map(({ stage, asked, answered, counts, values }) => ({
          stage,
          asked,
          answered,
          quotes: counts.quotes.total,
          contracts: counts.contracts.total,
          newContracts: counts.contracts.isNew,
          jobs: counts.jobs.total,
          values: values.map(({ qualifier, ...amount }) => ({ amount: moneyToJson(amount), qualifier })),
        })),
        asOf,
      }
    },
  )
}
