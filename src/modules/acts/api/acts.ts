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
import { openAgreementAct } from '../usecases/open-agreement-act.ts'
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
    agreementTitle: z.union([localizedShape, z.null()]),
  })
  .openapi('ActLine')

/** An act is about some missions, or about one agreement. */
const about = z
  .object({
    missionIds: z.array(idShape<'mission'>()).max(100, 'too_many').default([]),
    agreementId: idShape<'agreement'>().nullable().default(null),
  })
  .refine(({ missionIds, agreementId }) => missionIds.length > 0 || agreementId !== null, {
    error: 'no_mission_chosen',
    path: ['missionIds'],
  })
  .refine(({ missionIds, agreementId }) => missionIds.length === 0 || agreementId === null, {
    error: 'an_agreement_act_has_no_mission',
    path: ['missionIds'],
  })
  .openapi('NewAct')

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
      summary: 'Opens an act about some missions, in the order of departure, or about an agreement; its head is that of the latest act',
      tag,
      body: about,
      answer: act,
      status: 201,
      refusals: {
        not_an_authority: 409,
        mission_already_ratified: 409,
        a_mission_has_one_act_at_a_time: 409,
        agreement_not_before_the_assembly: 409,
        an_agreement_has_one_act_at_a_time: 409,
      },
    },
    async (ctx, { body }) => {
      const opened = body.agreementId === null ? await openAct(ctx, body.missionIds) : await openAgreementAct(ctx, body.agreementId)
      return opened.ok ? ok(await presentedAct(ctx, opened.value)) : opened
    },
  )
}

function presentedLine({ shown, object, missionTitles, agreementTitle, ...row }: ActLine): z.input<typeof line> {
  return {
    ...row,
    state: shown,
    object: localizedToJson(object),
    missionTitles: missionTitles.map(localizedToJson),
    agreementTitle: agreementTitle && localizedToJson(agreementTitle),
  }
}
