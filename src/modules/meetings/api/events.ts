import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import { type Api, addRead, idShape, localizedToJson } from '#platform/openapi.ts'
import { loadMission } from '#modules/missions/index.ts'
import { listParticipants } from '../sql/participants.ts'
import { listMeetings } from '../sql/plans.ts'
import { listEvents } from '../sql/setup.ts'
import { openEvent } from '../usecases/open-event.ts'
import { readNames } from '../usecases/read-names.ts'
import { eventParams, eventShape, meetingShape, missionParams, participantShape, tag } from './shapes.ts'

/** Events, who takes part, and the plan in force. */
export function addEvents(api: Api): void {
  addRead(
    api,
    {
      path: '/missions/{missionId}/meeting-events',
      operationId: 'listMeetingEvents',
      summary: 'The events of one-to-one meetings of a mission',
      tag,
      params: missionParams,
      answer: z.object({ items: z.array(eventShape) }).openapi('MeetingEvents'),
    },
    async ({ tx }, { params: { missionId } }) => {
      const mission = found(await loadMission(tx, missionId))
      return { items: (await listEvents(tx, mission.id)).map(({ title, ...event }) => ({ ...event, title: localizedToJson(title) })) }
    },
  )
  addRead(
    api,
    {
      path: '/missions/{missionId}/meeting-events/{eventId}/participants',
      operationId: 'listMeetingParticipants',
      summary: 'Who takes part: companies, institutions, laboratories',
      tag,
      params: eventParams,
      answer: z.object({ items: z.array(participantShape) }).openapi('MeetingParticipants'),
    },
    async (ctx, { params: { missionId, eventId } }) => {
      const { event } = await openEvent(ctx, missionId, eventId)
      const participants = await listParticipants(ctx.tx, event.id)
      return {
        items: participants.map(({ organisationName, sectors, offers, needs, languages, ...each }) => ({
          ...each,
          broughtBy: organisationName,
          sectors: [...sectors],
          offers: [...offers],
          needs: [...needs],
          languages: [...languages],
        })),
      }
    },
  )
  addRead(
    api,
    {
      path: '/missions/{missionId}/meeting-events/{eventId}/meetings',
      operationId: 'listMeetings',
      summary: 'The plan in force, in the order of time; of one participant when named',
      description: 'Organisers read all of it, the others the meetings of those they bring.',
      tag,
      params: eventParams,
      query: z.object({ participantId: idShape<'meetingParticipant'>().optional() }),
      answer: z.object({ items: z.array(meetingShape) }).openapi('Meetings'),
    },
    async (ctx, { params: { missionId, eventId }, query: { participantId } }) => {
      const { event } = await openEvent(ctx, missionId, eventId)
      const { names } = await readNames(ctx, event)
      const named = (id: string) => names[id] ?? ''
      return {
        items: (await listMeetings(ctx.tx, event.id, participantId)).map(({ spotId, people, ...meeting }) => ({
          ...meeting,
          one: named(meeting.oneId),
          other: named(meeting.otherId),
          spot: named(spotId),
          people: people.map(named),
        })),
      }
    },
  )
}
