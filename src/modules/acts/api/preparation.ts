import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import {
  addRead,
  addWrite,
  type Api,
  idShape,
  localDateShape,
  localizedShape,
  localizedToJson,
  localizedUpTo,
  moneyShape,
  moneyToJson,
  versionShape,
} from '#platform/openapi.ts'
import { money } from '#platform/pure/money.ts'
import { ok, refused } from '#platform/pure/outcome.ts'
import { MISSING_FACT_CODES } from '../domain/completeness.ts'
import { compositionSentence, delegationCounts } from '../domain/composition.ts'
import { loadAct } from '../sql/acts.ts'
import { arrangeMissions } from '../usecases/arrange-missions.ts'
import { changeAct } from '../usecases/change-act.ts'
import { type ActCheck, checkAct } from '../usecases/check-act.ts'
import { differencesSinceVote } from '../usecases/differences-since-vote.ts'
import { aboutAct, act, headerFields, one, params, tag, text } from './shapes.ts'
import { actAfter, presented } from './present.ts'

const actChange = z
  .object({
    version: versionShape,
    language: z.enum(['fr', 'en']),
    reference: text(50),
    object: localizedUpTo(500),
    header: z.object(headerFields).partial(),
    fiscalYear: z.int().min(1000, 'year_malformed').max(9999, 'year_malformed').nullable(),
    meetingOn: localDateShape.nullable(),
    convenedOn: localDateShape.nullable(),
  })
  .partial()
  .required({ version: true })
  .openapi('ActChange', { description: 'What is left out stays as it is, in the head too.' })

const missing = z
  .object({
    code: z.enum(MISSING_FACT_CODES),
    missionId: z.string().nullable(),
    who: z.enum(['authority', 'assembly', 'finance', 'lead']).openapi({ description: 'Who can supply it.' }),
    severity: z.enum(['blocks', 'warns']),
    days: z.int().nullable(),
  })
  .openapi('MissingFact')

const check = z
  .object({
    total: moneyShape,
    missions: z.array(
      z.object({
        missionId: z.string(),
        title: localizedShape,
        total: moneyShape,
        composition: z.string().openapi({ description: 'The delegation in words, in the language of the act.' }),
        persons: z.int(),
        organisations: z.int(),
        companies: z.int(),
      }),
    ),
    missing: z.array(missing),
    blockingCount: z.int(),
    lostMissionCount: z.int().openapi({ description: 'Missions in which the organisation no longer takes part.' }),
    digest: z.string().openapi({ description: 'SHA-256 of what would be submitted now: whoever submits names what they have read.' }),
  })
  .openapi('ActCheck')

const difference = z
  .object({ path: z.string(), label: z.string(), before: z.string().nullable(), after: z.string().nullable() })
  .openapi('Difference')

export function addPreparation(api: Api): void {
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'patch',
      path: one,
      operationId: 'changeAct',
      summary: 'Changes what the authority states: head, reference, meeting, object',
      description: 'With 409 `stale_edit`, `details.saved` is the act as it is now.',
      body: actChange,
      refusals: { stale_edit: 409, act_no_longer_changes: 409 },
    },
    async (ctx, { params: { actId }, body: { version: seen, header: headGiven, ...given } }) => {
      const { language, reference, object, header: head, fiscalYear, meetingOn, convenedOn } = found(await loadAct(ctx.tx, actId))
      const saved = { language, reference, object, fiscalYear, meetingOn, convenedOn }
      const changed = await changeAct(ctx, actId, seen, { ...saved, ...given, header: { ...head, ...headGiven } })
      if (changed.ok) return ok(presented(changed.value))
      return 'saved' in changed.problem
        ? refused({ code: 'stale_edit' as const, saved: act.parse(presented(changed.problem.saved)) })
        : refused(changed.problem)
    },
  )
  addWrite(
    api,
    {
      ...aboutAct,
      method: 'put',
      path: '/acts/{actId}/missions',
      operationId: 'arrangeActMissions',
      summary: 'Says which missions an act is about, and in what order',
      body: z.object({ missionIds: z.array(idShape<'mission'>()).min(1, 'no_mission_chosen').max(100, 'too_many') }).openapi('ActMissions'),
      refusals: { act_no_longer_changes: 409, a_mission_has_one_act_at_a_time: 409 },
    },
    async (ctx, { params: { actId }, body }) => actAfter(ctx, actId, await arrangeMissions(ctx, actId, body.missionIds)),
  )
  addRead(
    api,
    {
      path: '/acts/{actId}/check',
      operationId: 'checkAct',
      summary: 'What an act states today, to the cent, and what it still lacks',
      tag,
      params,
      answer: check,
    },
    async (ctx, { params: { actId } }) => presentedCheck(await checkAct(ctx, actId)),
  )
  addRead(
    api,
    {
      path: '/acts/{actId}/differences',
      operationId: 'listActDifferences',
      summary: 'What is no longer as the assembly was told; empty while an act is being prepared',
      tag,
      params,
      answer: z.object({ differences: z.array(difference) }),
    },
    async (ctx, { params: { actId } }) => ({ differences: [...(await differencesSinceVote(ctx, found(await loadAct(ctx.tx, actId))))] }),
  )
}

function presentedCheck({ content: { facts, language }, missing: lacking, ...others }: ActCheck): z.input<typeof check> {
  const amount = (cents: string) => moneyToJson(money(BigInt(cents), facts.currency))
  return {
    ...others,
    total: amount(facts.grandTotalCents),
    missions: facts.missions.map(({ id, title, totalCents, members }) => ({
      missionId: id,
      title: localizedToJson(title),
      total: amount(totalCents),
      composition: compositionSentence(members, { language, authority: facts.authority.kind }),
      ...delegationCounts(members),
    })),
    missing: lacking.map(({ code, missionId = null, who, severity, days = null }) => ({ code, missionId, who, severity, days })),
  }
}
