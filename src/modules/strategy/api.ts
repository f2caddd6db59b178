import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import {
  type Api,
  addRead,
  addWrite,
  countryShape,
  idParam,
  idShape,
  localDateShape,
  localizedShape,
  localizedToJson,
} from '#platform/openapi.ts'
import { ok } from '#platform/pure/outcome.ts'
import { type Cells, type Line, type Work, workKinds } from './domain/coverage.ts'
import { fieldKinds } from './domain/plan.ts'
import { listPlans, loadPlan } from './sql/plans.ts'
import { addDestination } from './usecases/choose-destinations.ts'
import { readCoverage } from './usecases/read-coverage.ts'
import { tieObjectives } from './usecases/tie-objectives.ts'

const tag = 'strategy'
const params = z.object({ planId: idParam<'plan'>() })
const words = (most: number) => z.string().max(most, 'too_long').default('')

const archivedOn = localDateShape.nullable().openapi({ description: 'Kept and read from that day, offered to nothing new.' })
const facts = {
  id: idShape<'plan'>(),
  title: localizedShape,
  fromYear: z.int(),
  toYear: z.int(),
  destinationLimit: z.int(),
  archivedOn,
} as const
const lineShape = z.object({ ...facts, objectiveCount: z.int(), destinationCount: z.int() }).openapi('StrategyLine')
const planShape = z
  .object({
    ...facts,
    purpose: localizedShape,
    source: z.string(),
    objectives: z.array(z.object({ id: idShape<'objective'>(), title: localizedShape })),
    fields: z.array(
      z.object({
        kind: z.enum(fieldKinds),
        label: localizedShape,
        weight: z.int().openapi({ description: 'Added to what matches, taken from nothing.' }),
        objectiveId: idShape<'objective'>().nullable(),
      }),
    ),
    destinations: z.array(
      z.object({
        id: idShape<'destination'>(),
        number: z.int(),
        cityName: localizedShape.openapi({ description: 'Empty for a whole country.' }),
        country: countryShape,
        justification: z.string(),
        sharedWith: z.string().nullable(),
      }),
    ),
    version: z.int(),
  })
  .openapi('Strategy')

const cell = z.object({ planned: z.int().nullable(), done: z.int(), ahead: z.int() }).openapi('StrategyCount', {
  description: '`planned` is null where nobody said how many; `ahead`: decided, its day not come.',
})
const cells = z.object({ missions: cell, visits: cell, events: cell, agreements: cell }).openapi('StrategyCounts')
const workShape = z
  .object({ kind: z.enum(workKinds), id: z.string(), title: localizedShape, on: localDateShape.nullable() })
  .openapi('StrategyWork')
const coverageShape = z
  .object({
    year: z.int().nullable(),
    total: cells,
    reached: z.int().openapi({ description: 'Destinations where something was done.' }),
    destinations: z.array(z.object({ destinationId: z.string(), counts: cells })),
    objectives: z.array(z.object({ objectiveId: z.string(), counts: cells })),
    untied: z.array(workShape).openapi({ description: 'Missions, visits, events and agreements that serve no objective of the strategy.' }),
    pipeline: z.array(workShape).openapi({ description: 'Agreements nobody signed yet.' }),
  })
  .openapi('StrategyCoverage')

const served = z.object({ objectiveIds: z.array(idShape<'objective'>()).max(100) }).openapi('ObjectivesServed')

/** Strategies for programs: what they want, what was done, and which objective something serves. */
export function addStrategyOperations(api: Api): void {
  addPlans(api)
  addTies(api)
}

function addPlans(api: Api): void {
  addRead(
    api,
    {
      path: '/strategies',
      operationId: 'listStrategies',
      summary: 'The strategies of the organisation, the latest period first',
      tag,
      answer: z.object({ items: z.array(lineShape) }).openapi('Strategies'),
    },
    async ({ tx }) => ({ items: (await listPlans(tx)).map(({ title, ...line }) => ({ ...line, title: localizedToJson(title) })) }),
  )
  addRead(
    api,
    {
      path: '/strategies/{planId}',
      operationId: 'readStrategy',
      summary: 'A strategy, with its objectives, preferences and priority destinations',
      tag,
      params,
      answer: planShape,
    },
    async ({ tx }, { params: { planId } }) => {
      const { title, purpose, objectives, fields, destinations, ...plan } = found(await loadPlan(tx, planId))
      return {
        ...plan,
        title: localizedToJson(title),
        purpose: localizedToJson(purpose),
        objectives: objectives.map((each) => ({ id: each.id, title: localizedToJson(each.title) })),
        fields: fields.map(({ kind, label, weight, objectiveId }) => ({ kind, label: localizedToJson(label), weight, objectiveId })),
        destinations: destinations.map(({ id, number, cityName, country, justification, sharedWithName }) => ({
          id,
          number,
          cityName: localizedToJson(cityName),
          country,
          justification,
          sharedWith: sharedWithName,
        })),
      }
    },
  )
  addRead(
    api,
    {
      path: '/strategies/{planId}/years/{year}',
      operationId: 'readStrategyYear',
      summary: 'Planned against done in one year of a strategy; a year out of its period is the whole of it',
      tag,
      params: params.extend({ year: z.coerce.number().int().min(1900).max(2200) }),
      answer: coverageShape,
    },
    async (ctx, { params: { planId, year: asked } }) => {
      const { coverage, pipeline, year } = await readCoverage(ctx, planId, asked)
      const { total, reached, destinations, objectives, untied } = coverage
      return {
        year,
        total: { ...total },
        reached,
        destinations: destinations.map((line) => ({ destinationId: line.id, counts: countsOf(line) })),
        objectives: objectives.map((line) => ({ objectiveId: line.id, counts: countsOf(line) })),
        untied: untied.map(presented),
        pipeline: pipeline.map(presented),
      }
    },
  )
  addWrite(
    api,
    {
      method: 'post',
      path: '/strategies/{planId}/destinations',
      operationId: 'addPriorityDestination',
      summary: 'Chooses a priority destination',
      description: 'One more than was decided is refused, unless it is justified in writing.',
      tag,
      params,
      body: z
        .object({
          city: words(120),
          country: countryShape.or(z.literal('')).default(''),
          justification: words(1000),
          sharedWith: words(200),
        })
        .openapi('NewPriorityDestination', { description: 'Without a city, the destination is the whole country.' }),
      answer: z.object({ id: idShape<'destination'>() }),
      status: 201,
      refusals: {
        country_missing: 422,
        beyond_the_limit_is_justified: 422,
        shared_with_another: 422,
        a_destination_is_named_once: 409,
        an_archived_strategy_is_kept: 409,
      },
    },
    async (ctx, { params: { planId }, body }) => {
      const added = await addDestination(ctx, planId, body)
      return added.ok ? ok({ id: added.value }) : added
    },
  )
}

function addTies(api: Api): void {
  addWrite(
    api,
    {
      method: 'put',
      path: '/missions/{missionId}/strategy-objectives',
      operationId: 'tieMissionToObjectives',
      summary: 'Says which of one’s objectives a mission or a visit serves',
      tag,
      params: z.object({ missionId: idParam<'mission'>() }),
      body: served,
      answer: served,
      refusals: {},
    },
    async (ctx, { params: { missionId }, body }) => {
      const tied = await tieObjectives(ctx, { mission: missionId }, body.objectiveIds)
      return tied.ok ? ok(body) : tied
    },
  )
  addWrite(
    api,
    {
      method: 'put',
      path: '/agreements/{agreementId}/strategy-objectives',
      operationId: 'tieAgreementToObjectives',
      summary: 'Says which objectives an agreement serves',
      tag,
      params: z.object({ agreementId: idParam<'agreement'>() }),
      body: served,
      answer: served,
      refusals: {},
    },
    async (ctx, { params: { agreementId }, body }) => {
      const tied = await tieObjectives(ctx, { agreement: agreementId }, body.objectiveIds)
      return tied.ok ? ok(body) : tied
    },
  )
}

function countsOf({ cells: { missions, visits, events, agreements } }: Pick<Line, 'cells'>): Cells {
  return { missions, visits, events, agreements }
}

function presented({ kind, id, title, on }: Work) {
  return { kind, id, title: localizedToJson(title), on }
}
