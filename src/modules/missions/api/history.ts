import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import { type Api, addRead, instantShape, pageOf, pageQuery, readCursor, writeCursor } from '#platform/openapi.ts'
import { readHistory } from '../usecases/read-history.ts'
import { params, tag } from './shapes.ts'

const entry = z
  .object({
    key: z.string(),
    recordedAt: instantShape,
    actorName: z.string().nullable(),
    organisationName: z.string().nullable(),
    event: z.string().openapi({ example: 'mission.changed' }),
    operation: z.enum(['insert', 'update', 'delete']),
    entity: z.string().openapi({ example: 'missions.mission' }),
    entityId: z.string().nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  })
  .openapi('HistoryEntry')

export function addHistory(api: Api): void {
  addRead(
    api,
    {
      path: '/missions/{missionId}/history',
      operationId: 'listMissionHistory',
      summary: 'Changes of a mission one may see, the latest first',
      description: 'A change recorded while one turns the pages may show an entry twice; none is ever left out.',
      tag,
      params,
      query: pageQuery,
      answer: pageOf(entry),
    },
    async (ctx, { params: { missionId }, query: { limit, cursor } }) => {
      const offset = cursor === undefined ? 0 : found(countOf(readCursor(cursor, 1)[0]))
      const entries = await readHistory(ctx, missionId, { limit: limit + 1, offset })
      return {
        items: entries.slice(0, limit).map((change) => ({ ...change, before: change.before ?? null, after: change.after ?? null })),
        nextCursor: entries.length > limit ? writeCursor([offset + limit]) : null,
      }
    },
  )
}

/** How many entries the pages before have shown. */
function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000 ? value : null
}
