import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import { addRead, addWrite, type Api, localDateShape } from '#platform/openapi.ts'
import { publicationForm, transmissionForm } from '../schemas.ts'
import { DELIBERATION_COLUMNS } from '../scdl/columns.ts'
import { loadAct } from '../sql/acts.ts'
import { publishRow } from '../usecases/publish-row.ts'
import { recordPublication, recordTransmission, registerDeliberation } from '../usecases/record-publicity.ts'
import { aboutAct, params, tag, text } from './shapes.ts'
import { actAfter } from './present.ts'

const prefecture = text(10)
  .nullable()
  .refine((typed) => typed === null || transmissionForm.shape.prefectureId.safeParse(typed).success, 'prefecture_malformed')
const address = text(500)
  .nullable()
  .refine((typed) => typed === null || publicationForm.shape.address.safeParse(typed).success, 'address_malformed')

export function addPublicity(api: Api): void {
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'put',
      path: '/acts/{actId}/transmission',
      operationId: 'recordTransmission',
      summary: 'Records the reception of an adopted act by the State, or mends what was recorded',
      body: z
        .object({ on: localDateShape, receipt: text(100).nullable().default(null), prefectureId: prefecture.default(null) })
        .openapi('ActTransmission'),
      refusals: { not_submitted: 409, not_adopted: 409, transmitted_before_vote: 422, date_in_the_future: 422 },
    },
    async (ctx, { params: { actId }, body: { prefectureId, ...received } }) =>
      actAfter(ctx, actId, await recordTransmission(ctx, actId, received, prefectureId)),
  )
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'put',
      path: '/acts/{actId}/publication',
      operationId: 'recordPublication',
      summary: 'Records the posting of an adopted act on the site of the authority, or mends what was recorded',
      body: z.object({ on: localDateShape, address: address.default(null) }).openapi('ActPublication'),
      refusals: { not_submitted: 409, not_adopted: 409, published_before_vote: 422, date_in_the_future: 422 },
    },
    async (ctx, { params: { actId }, body }) => actAfter(ctx, actId, await recordPublication(ctx, actId, body)),
  )
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'put',
      path: '/acts/{actId}/registration',
      operationId: 'registerDeliberation',
      summary: 'Says what the national file of deliberations asks beyond the act: number, subject, budget',
      body: z
        .object({
          deliberationNumber: text(50).min(1, 'required').nullable(),
          subjectCode: z
            .string()
            .regex(/^\d\.\d{1,2}$/, 'subject_unknown')
            .openapi({ example: '5.6' }),
          budgetName: text(200).nullable().default(null),
        })
        .openapi('ActRegistration'),
      refusals: { not_adopted: 409, subject_unknown: 422, one_deliberation_per_number: 409 },
    },
    async (ctx, { params: { actId }, body }) => actAfter(ctx, actId, await registerDeliberation(ctx, actId, body)),
  )
  addRead(
    api,
    {
      path: '/acts/{actId}/deliberation-row',
      operationId: 'readDeliberationRow',
      summary: 'The line of an adopted act in the national file of deliberations (SCDL 2.1.5), or what it still lacks',
      tag,
      params,
      answer: z
        .object({
          row: z.record(z.enum(DELIBERATION_COLUMNS), z.string()).nullable(),
          problems: z.array(z.object({ column: z.enum(DELIBERATION_COLUMNS).nullable(), code: z.string() })),
        })
        .openapi('DeliberationRow'),
    },
    async (ctx, { params: { actId } }) => {
      const row = await publishRow(ctx, found(await loadAct(ctx.tx, actId)))
      if (row.ok) return { row: row.value, problems: [] }
      return { row: null, problems: 'problems' in row.problem ? [...row.problem.problems] : [{ column: null, code: row.problem.code }] }
    },
  )
}
