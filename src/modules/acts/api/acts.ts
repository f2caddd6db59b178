import { z } from '@hono/zod-openapi'
import {
  addRead,
  addWrite,
  type Api,
  idAfter,
  idShape,
  localDateShape,
  localizedShape,
  localizedToJson,
  pageOf,
  pageQuery,
  toPage,
} from '#platform/openapi.ts'
import { ok } from '#platform/pure/outcome.ts'
import { ACT_STATES } from '../domain/lifecycle.ts'
import { type ActLine, listActs } from '../sql/acts.ts'
import { openAct } from '../usecases/open-act.ts'
import { aboutAct, act, one, tag } from './shapes.ts'
import { presentedAct } from './present.ts'

const line = z
  .object({
    id: idShape<'act'>(),
    state: z.enum(ACT_STATES),
    reference: z.string(),
    object: localizedShape,
    meetingOn: localDateShape.nullable(),
    executoryOn: localDateShape.nullable(),
    missionTitles: z.array(localizedShape),
  })
  .openapi('ActLine')

export function addActs(api: Api): void {
  addRead(
    api,
    {
      path: '/acts',
      operationId: 'listActs',
      summary: 'Acts of the organisation, the latest opened first',
      tag,
      query: pageQuery,
      answer: pageOf(line),
    },
    async (ctx, { query: { limit, cursor } }) => {
      const after = idAfter(cursor)
      const rows = await listActs(ctx.tx, { limit: limit + 1, ...(after ? { after } : {}) })
      return toPage(rows, limit, ({ id }) => [id], presentedLine)
    },
  )
  addRead(api, { ...aboutAct, path: one, operationId: 'readAct', summary: 'An act' }, (ctx, { params: { actId } }) =>
    presentedAct(ctx, actId),
  )
  addWrite(
    api,
    {
      method: 'post',
      path: '/acts',
      operationId: 'openAct',
      summary: 'Opens an act about some missions, in the order of departure; its head is that of the latest act',
      tag,
      body: z.object({ missionIds: z.array(idShape<'mission'>()).min(1, 'no_mission_chosen').max(100, 'too_many') }).openapi('NewAct'),
      answer: act,
      status: 201,
      refusals: { not_an_authority: 409, mission_already_ratified: 409, a_mission_has_one_act_at_a_time: 409 },
    },
    async (ctx, { body }) => {
      const opened = await openAct(ctx, body.missionIds)
      return opened.ok ? ok(await presentedAct(ctx, opened.value)) : opened
    },
  )
}

function presentedLine({ shown, object, missionTitles, ...row }: ActLine): z.input<typeof line> {
  return { ...row, state: shown, object: localizedToJson(object), missionTitles: missionTitles.map(localizedToJson) }
}
