import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import { type Api, addRead, idParam, idShape, instantShape, localDateShape } from '#platform/openapi.ts'
import { loadMission } from '#modules/missions/index.ts'
import { listItems } from '#modules/programme/index.ts'
import { checkInWays } from './domain/attendance.ts'
import { requirementKinds, requirementStates } from './domain/requirement.ts'
import { listAttendance } from './sql/attendance.ts'
import { listRequirements } from './sql/requirements.ts'
import { openDeparture } from './usecases/open-departure.ts'
import { readBoard } from './usecases/read-board.ts'

const tag = 'departure'
const mission = z.object({ missionId: idParam<'mission'>() })

const readinessShape = z
  .object({ organisationId: idShape<'organisation'>(), organisationName: z.string(), personCount: z.int(), readyCount: z.int() })
  .openapi('PartnerReadiness')

const requirementShape = z
  .object({
    memberId: idShape<'member'>(),
    kind: z.enum(requirementKinds),
    country: z.string().nullable().openapi({ description: 'ISO 3166-1 alpha-2, for what a destination asks.' }),
    dueOn: localDateShape,
    state: z.enum(requirementStates),
    doneOn: localDateShape.nullable(),
    because: z.string().nullable(),
    ownerName: z.string().nullable(),
  })
  .openapi('DepartureRequirement', { description: 'What one of your people must have before leaving. Never a number of a document.' })

const attendanceShape = z
  .object({ memberId: idShape<'member'>(), way: z.enum(checkInWays), notedAt: instantShape, notedBy: z.string() })
  .openapi('Attendance')

/** Who is ready to leave, and who was there, for programs. */
export function addDepartureOperations(api: Api): void {
  addRead(
    api,
    {
      path: '/missions/{missionId}/readiness',
      operationId: 'readReadiness',
      summary: 'How many people of each partner travel, and how many of them are ready',
      tag,
      params: mission,
      answer: z.object({ items: z.array(readinessShape) }),
    },
    async (ctx, { params: { missionId } }) => {
      const { readiness } = await readBoard(ctx, missionId)
      return { items: readiness.map(({ name, ...counts }) => ({ ...counts, organisationName: name })) }
    },
  )
  addRead(
    api,
    {
      path: '/missions/{missionId}/requirements',
      operationId: 'listRequirements',
      summary: 'What is asked of your own people before they leave, and where each thing stands',
      tag,
      params: mission,
      answer: z.object({ items: z.array(requirementShape) }),
    },
    async (ctx, { params: { missionId } }) => {
      const { id } = await openDeparture(ctx, missionId)
      const rows = await listRequirements(ctx.tx, id)
      return {
        items: rows.map(({ memberId, kind, country, dueOn, state, doneOn, because, ownerName }) => ({
          memberId,
          kind,
          country,
          dueOn,
          state,
          doneOn,
          because,
          ownerName,
        })),
      }
    },
  )
  addRead(
    api,
    {
      path: '/missions/{missionId}/programme/{itemId}/attendance',
      operationId: 'listAttendance',
      summary: 'Who was at an item of the programme, as far as you may know',
      description: 'Your own people; everybody there if you organise the item, everywhere if you organise the mission.',
      tag,
      params: mission.extend({ itemId: idParam<'programmeItem'>() }),
      answer: z.object({ items: z.array(attendanceShape) }),
    },
    async ({ tx }, { params: { missionId, itemId } }) => {
      const { id } = found(await loadMission(tx, missionId))
      found((await listItems(tx, id)).find((item) => item.id === itemId))
      const rows = await listAttendance(tx, id, itemId)
      return { items: rows.map(({ memberId, way, notedAt, notedName }) => ({ memberId, way, notedAt, notedBy: notedName })) }
    },
  )
}
