import { z } from '@hono/zod-openapi'
import { addWrite, type Api, localDateShape } from '#platform/openapi.ts'
import { abandonAct } from '../usecases/abandon-act.ts'
import { deferAct, recordVote } from '../usecases/record-vote.ts'
import { submitAct } from '../usecases/submit-act.ts'
import { aboutAct, attendance, ballot, holder, orNone, reason, text } from './shapes.ts'
import { actAfter } from './present.ts'

const voteRefusals = {
  act_is_closed: 409,
  not_submitted: 409,
  already_decided: 409,
  decided_before_meeting: 422,
  date_in_the_future: 422,
  more_present_than_in_office: 422,
  more_proxies_than_present: 422,
  more_seated_than_in_office: 422,
  quorum_not_met: 422,
  votes_do_not_add_up: 422,
  outcome_contradicts_votes: 422,
  one_deliberation_per_number: 409,
} as const

export function addLife(api: Api): void {
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'post',
      path: '/acts/{actId}/submit',
      operationId: 'submitAct',
      summary: 'Puts a complete act on the agenda: what it says is frozen with its digest',
      body: z
        .object({ digest: z.string().regex(/^[0-9a-f]{64}$/, 'digest_malformed') })
        .openapi('ActSubmission', { description: 'The digest of the check that was read.' }),
      refusals: { act_is_closed: 409, already_submitted: 409, facts_missing: 409, mission_lost: 409, changed_since_read: 409 },
    },
    async (ctx, { params: { actId }, body }) => actAfter(ctx, actId, await submitAct(ctx, actId, body.digest)),
  )
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'post',
      path: '/acts/{actId}/vote',
      operationId: 'recordVote',
      summary: 'Records a vote; an adopted act ratifies its missions',
      body: z
        .object({
          outcome: z.enum(['adopted', 'rejected']),
          on: localDateShape,
          attendance,
          ballot,
          deliberationNumber: text(50).min(1, 'required').nullable().default(null),
          secretary: orNone(holder).default(null),
        })
        .openapi('ActVote'),
      refusals: voteRefusals,
    },
    async (ctx, { params: { actId }, body: { deliberationNumber, secretary, ...vote } }) =>
      actAfter(ctx, actId, await recordVote(ctx, actId, vote, { deliberationNumber, secretary })),
  )
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'post',
      path: '/acts/{actId}/defer',
      operationId: 'deferAct',
      summary: 'Puts a submitted act off, or takes it from the agenda',
      body: z.object({ outcome: z.enum(['adjourned', 'withdrawn']), on: localDateShape, reason }).openapi('ActDeferral'),
      refusals: { act_is_closed: 409, not_submitted: 409, already_decided: 409, date_in_the_future: 422 },
    },
    async (ctx, { params: { actId }, body }) => actAfter(ctx, actId, await deferAct(ctx, actId, body)),
  )
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'post',
      path: '/acts/{actId}/abandon',
      operationId: 'abandonAct',
      summary: 'Gives an act up before it is on any agenda: its missions are free for another one',
      body: z.object({ reason }).openapi('ActAbandonment'),
      refusals: { act_no_longer_changes: 409 },
    },
    async (ctx, { params: { actId }, body }) => actAfter(ctx, actId, await abandonAct(ctx, actId, body.reason)),
  )
}
