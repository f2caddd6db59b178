import { z } from '@hono/zod-openapi'
import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import {
  type Api,
  addRead,
  addWrite,
  countryShape,
  idParam,
  idShape,
  instantShape,
  localDateShape,
  localizedShape,
  localizedToJson,
  localizedUpTo,
} from '#platform/openapi.ts'
import { LOCALES } from '#platform/pure/locale.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { QUALIFIERS } from '#platform/pure/qualified.ts'
import { type Request, askerKinds, requestSources, requestStates } from './domain/request.ts'
import { mayReadRequests } from './domain/rights.ts'
import { measures } from './domain/year.ts'
import { listRequests, loadRequest } from './sql/requests.ts'
import { listVisits, loadVisit } from './sql/visits.ts'
import { type AnswerProblem, acceptRequest, declineRequest, redirectRequest, setAside } from './usecases/answer-request.ts'
import { draftLetter } from './usecases/draft-letter.ts'
import { enterRequest } from './usecases/enter-request.ts'
import { readYear } from './usecases/state-count.ts'

const tag = 'visits'
const largestBoard = 1000
const params = z.object({ requestId: idParam<'visitRequest'>() })
const day = localDateShape.nullable()
const words = (most: number) => z.string().max(most, 'too_long')

const asked = {
  asker: z.string(),
  askerKind: z.enum(askerKinds),
  country: countryShape,
  city: z.string(),
  headName: z.string(),
  headCapacity: z.string(),
  peopleCount: z.int().nullable(),
  wishedFrom: day,
  wishedTo: day,
  topics: z.string(),
  purpose: z.string(),
} as const

const lineShape = z
  .object({
    id: idShape<'visitRequest'>(),
    number: z.int().openapi({ description: 'Counted from one by the organisation that is asked.' }),
    source: z.enum(requestSources),
    receivedAt: instantShape,
    ...asked,
    state: z.enum(requestStates),
    decidedAt: instantShape.nullable(),
    redirectedTo: z.string().nullable(),
    missionId: idShape<'mission'>().nullable().openapi({ description: 'The mission an accepted request opened.' }),
  })
  .openapi('VisitRequestLine')

const requestShape = lineShape
  .extend({
    language: z.enum(LOCALES),
    contactName: z.string(),
    contactEmail: z.string().nullable(),
    contactPhone: z.string(),
    decidedByName: z.string().nullable(),
    reason: z.string().nullable(),
    duplicateOf: idShape<'visitRequest'>().nullable(),
    version: z.int(),
  })
  .openapi('VisitRequest')

const newRequest = z
  .object({
    asker: words(200).min(1, 'required'),
    askerKind: z.enum(askerKinds).default('other'),
    country: countryShape,
    city: words(120).default(''),
    language: z.enum(LOCALES).default('fr').openapi({ description: 'The language they are answered in.' }),
    contactName: words(200).default(''),
    contactEmail: z.email('email_malformed').nullable().default(null),
    contactPhone: words(60).default(''),
    headName: words(200).default(''),
    headCapacity: words(200).default(''),
    peopleCount: z.int().min(1).max(10_000).nullable().default(null),
    wishedFrom: day.default(null),
    wishedTo: day.default(null),
    topics: words(300).default(''),
    purpose: words(8000).default(''),
  })
  .openapi('NewVisitRequest')

const decision = z
  .discriminatedUnion('decision', [
    z.object({
      decision: z.literal('accepted'),
      title: localizedUpTo(200).refine((given) => Object.keys(given).length > 0, 'required'),
      startsOn: localDateShape,
      endsOn: localDateShape,
      city: words(120).default(''),
      isSent: z.boolean().default(false),
    }),
    z.object({
      decision: z.literal('redirected'),
      redirectedTo: words(200).min(1, 'required'),
      reason: words(2000).default(''),
      isSent: z.boolean().default(false),
    }),
    z.object({ decision: z.literal('declined'), reason: words(2000).min(1, 'required'), isSent: z.boolean().default(false) }),
    z.object({ decision: z.literal('duplicate'), originalId: idShape<'visitRequest'>() }),
  ])
  .openapi('VisitDecision', {
    description: 'The letter is the one the organisation keeps for this answer; `isSent`: it leaves by mail at once, otherwise it is kept.',
  })

const visitShape = z
  .object({
    missionId: idShape<'mission'>(),
    visitor: z.string(),
    country: countryShape,
    city: z.string(),
    headName: z.string(),
    headCapacity: z.string(),
    peopleCount: z.int().nullable(),
  })
  .openapi('Visit', { description: 'Who is received on a mission, as every partner reads it.' })

const visitLineShape = visitShape.extend({ title: localizedShape, startsOn: day, endsOn: day }).openapi('VisitLine')

const yearShape = z
  .object({
    year: z.int(),
    lines: z.array(
      z.object({
        measure: z.enum(measures),
        counted: z.int().openapi({ description: 'From the missions one has a seat at, cancelled ones left out.' }),
        missionIds: z.array(z.string()),
        stated: z
          .array(z.object({ value: z.int(), qualifier: z.enum(QUALIFIERS), source: z.string() }))
          .openapi({ description: 'What documents state: never added to what is counted.' }),
      }),
    ),
  })
  .openapi('VisitYear')

/** The operations of visits: the requests and their answers, the visits, the year. */
export function addVisitOperations(api: Api): void {
  addRequests(api)
  addRead(
    api,
    {
      path: '/visits',
      operationId: 'listVisits',
      summary: 'The delegations received on the missions one has a seat at, the latest first',
      tag,
      answer: z.object({ items: z.array(visitLineShape) }).openapi('Visits'),
    },
    async ({ tx }) => ({
      items: (await listVisits(tx, largestBoard)).map(({ title, startsOn, endsOn, ...visit }) => ({
        ...presentedVisit(visit),
        title: localizedToJson(title),
        startsOn,
        endsOn,
      })),
    }),
  )
  addRead(
    api,
    {
      path: '/missions/{missionId}/visit',
      operationId: 'readVisit',
      summary: 'Who is received on a mission',
      tag,
      params: z.object({ missionId: idParam<'mission'>() }),
      answer: visitShape,
    },
    async ({ tx }, { params: { missionId } }) => presentedVisit(found(await loadVisit(tx, missionId))),
  )
  addRead(
    api,
    {
      path: '/visit-years/{year}',
      operationId: 'readVisitYear',
      summary: 'What a year amounts to: delegations received, hosted events, missions abroad',
      tag,
      params: z.object({ year: z.coerce.number().int().min(1950).max(2100) }),
      answer: yearShape,
    },
    async (ctx, { params: { year } }) => ({
      year,
      lines: (await readYear(ctx, year)).lines.map(({ measure, counted, stated }) => ({
        measure,
        counted: counted.length,
        missionIds: counted.map(({ id }) => id),
        stated: stated.map(({ value, qualifier, source }) => ({ value, qualifier, source })),
      })),
    }),
  )
}

function addRequests(api: Api): void {
  addRead(
    api,
    {
      path: '/visit-requests',
      operationId: 'listVisitRequests',
      summary: 'Delegations that ask to be received, the latest first',
      tag,
      answer: z.object({ items: z.array(lineShape) }).openapi('VisitRequests'),
    },
    async ({ tx, actor }) => {
      allow(mayReadRequests(actor))
      return { items: await listRequests(tx, { states: requestStates, limit: largestBoard }) }
    },
  )
  addRead(
    api,
    {
      path: '/visit-requests/{requestId}',
      operationId: 'readVisitRequest',
      summary: 'A request, with how to reach who asks',
      tag,
      params,
      answer: requestShape,
    },
    async ({ tx, actor }, { params: { requestId } }) => {
      allow(mayReadRequests(actor))
      return presented(found(await loadRequest(tx, requestId)))
    },
  )
  addWrite(
    api,
    {
      method: 'post',
      path: '/visit-requests',
      operationId: 'enterVisitRequest',
      summary: 'Enters a request that did not come through the public form',
      tag,
      body: newRequest,
      answer: requestShape,
      status: 201,
      refusals: { wished_days_are_in_order: 422 },
    },
    async (ctx, { body }) => {
      const entered = await enterRequest(ctx, { ...body, original: '' })
      return entered.ok ? ok(presented(found(await loadRequest(ctx.tx, entered.value)))) : entered
    },
  )
  addWrite(
    api,
    {
      method: 'put',
      path: '/visit-requests/{requestId}/decision',
      operationId: 'decideVisitRequest',
      summary: 'Accepts, redirects, declines or sets a request aside; a decision is taken once',
      description: 'Accepting opens the mission of kind received, led by the organisation of the key.',
      tag,
      params,
      body: decision,
      answer: requestShape,
      refusals: {
        request_decided: 409,
        not_received_yet: 409,
        dates_missing: 422,
        days_out_of_order: 422,
        address_missing: 422,
        letter_empty: 422,
        placeholder_unknown: 422,
        mail_address_malformed: 422,
      },
    },
    async (ctx, { params: { requestId }, body }) => {
      const decided = await decide(ctx, requestId, body)
      return decided.ok ? ok(presented(found(await loadRequest(ctx.tx, requestId)))) : decided
    },
  )
}

async function decide(ctx: Ctx, requestId: string, body: z.output<typeof decision>): Promise<Outcome<unknown, AnswerProblem>> {
  if (body.decision === 'duplicate') return setAside(ctx, requestId, body.originalId)
  allow(mayReadRequests(ctx.actor))
  const letter = { ...(await draftLetter(ctx, found(await loadRequest(ctx.tx, requestId)), body.decision)), isSent: body.isSent }
  switch (body.decision) {
    case 'accepted':
      return acceptRequest(ctx, requestId, body, letter)
    case 'redirected':
      return redirectRequest(ctx, requestId, body, letter)
    case 'declined':
      return declineRequest(ctx, requestId, body.reason, letter)
  }
}

/** A request without the message it came in. */
function presented({ original: _original, ...request }: Request) {
  return request
}

type VisitRow = z.output<typeof visitShape>

function presentedVisit({ missionId, visitor, country, city, headName, headCapacity, peopleCount }: VisitRow): VisitRow {
  return { missionId, visitor, country, city, headName, headCapacity, peopleCount }
}
