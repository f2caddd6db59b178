import { z } from '@hono/zod-openapi'
import { loadCity } from '#modules/directory/index.ts'
import { type Signal, directions, exchangeKinds, networkRoles } from '#modules/relations/index.ts'
import { found } from '#platform/actor.ts'
import {
  type Api,
  addRead,
  idParam,
  idShape,
  localDateShape,
  localizedShape,
  localizedToJson,
  moneyShape,
  moneyToJson,
} from '#platform/openapi.ts'
import { QUALIFIERS } from '#platform/pure/qualified.ts'
import { type CitySheet, readCitySheet } from '../city-sheet.ts'

const signal = z
  .object({
    code: z.enum(['no_contact', 'silent', 'agreement_ending', 'promise_overdue', 'lively'] satisfies Signal['code'][]),
    on: localDateShape.nullable().openapi({ description: 'The latest contact, the last day of the agreement, or the day of the promise.' }),
    title: localizedShape.openapi({ description: 'Of the agreement that ends.' }),
    what: z.string().openapi({ description: 'What was promised.' }),
  })
  .openapi('RelationSignal')

const held = z.object({ role: z.enum(networkRoles), detail: localizedShape, sinceYear: z.int().nullable(), source: z.string() })

const relation = z
  .object({
    signals: z.array(signal).openapi({ description: 'How the relation is, each sign with the fact behind it.' }),
    missionCount: z.int(),
    visitCount: z.int(),
    results: z
      .object({ agreementsSigned: z.int(), promisesKept: z.int(), promisesMade: z.int(), meetingsHeld: z.int() })
      .openapi({ description: 'What came of it; meetings of the missions one organises.' }),
    spend: z.array(moneyShape).openapi({ description: 'Own accounts of the missions there, one sum for each currency.' }),
    anniversary: z
      .object({ years: z.int(), year: z.int(), on: localDateShape.nullable(), title: localizedShape })
      .nullable()
      .openapi({ description: 'The next one, five years by five; `on` is null when only a year is known.' }),
    facts: z.array(
      z.object({
        id: idShape<'cityFact'>(),
        label: localizedShape,
        value: z.string().openapi({ description: 'As the source writes it.' }),
        qualifier: z.enum(QUALIFIERS),
        year: z.int(),
        scope: localizedShape,
        source: z.string(),
      }),
    ),
    happenings: z
      .array(
        z.object({
          kind: z.enum([...exchangeKinds, 'mission', 'visit', 'request', 'agreement']),
          id: z.string(),
          direction: z.enum(directions).nullable(),
          on: localDateShape.nullable(),
          title: localizedShape,
          who: z.string(),
        }),
      )
      .openapi({ description: 'Letters, meetings, missions, visits and agreements, the latest first.' }),
    agreements: z.array(
      z.object({
        id: idShape<'agreement'>(),
        title: localizedShape,
        standing: z.string(),
        lastDay: localDateShape.nullable(),
        isFirstOfCountry: z.boolean(),
        yearsTogether: z.int().nullable().openapi({ description: 'Whole years of cooperation at the signature.' }),
      }),
    ),
    networks: z.array(
      z.object({ code: z.string(), name: localizedShape, isCommon: z.boolean(), ours: z.array(held), theirs: z.array(held) }),
    ),
    promises: z.array(
      z.object({
        id: idShape<'visitPromise'>(),
        missionId: idShape<'mission'>(),
        what: z.string(),
        isOurs: z.boolean(),
        dueOn: localDateShape.nullable(),
        state: z.string(),
      }),
    ),
  })
  .openapi('CityRelation')

/** The sheet of a city, for programs: what its page shows, of what this organisation keeps. */
export function addCityRelation(api: Api): void {
  addRead(
    api,
    {
      path: '/cities/{cityId}/relation',
      operationId: 'readCityRelation',
      summary: 'What one has with a city: signs, facts, story, agreements, networks, promises',
      tag: 'relations',
      params: z.object({ cityId: idParam<'city'>() }),
      answer: relation,
    },
    async (ctx, { params }) => showSheet(await readCitySheet(ctx, found(await loadCity(ctx.tx, params.cityId)))),
  )
}

function showSheet(sheet: CitySheet): z.input<typeof relation> {
  const { counts, anniversary, results, spend, facts, happenings, agreements, networks, promises } = sheet
  return {
    signals: sheet.signals.map(showSignal),
    missionCount: counts.missions,
    visitCount: counts.visits,
    results: {
      agreementsSigned: results.signed,
      promisesKept: results.promisesKept,
      promisesMade: results.promisesMade,
      meetingsHeld: results.meetings.flatMap(({ figures }) => figures).reduce((sum, { held }) => sum + held, 0),
    },
    spend: spend.map(moneyToJson),
    anniversary: anniversary && { ...anniversary, title: localizedToJson(anniversary.title) },
    facts: facts.map(({ label, scope, ...fact }) => ({ ...fact, label: localizedToJson(label), scope: localizedToJson(scope) })),
    happenings: happenings.map(({ title, ...one }) => ({ ...one, title: localizedToJson(title) })),
    agreements: agreements.map(({ title, ...one }) => ({ ...one, title: localizedToJson(title) })),
    networks: networks.map(({ name, ours, theirs, ...network }) => ({
      ...network,
      name: localizedToJson(name),
      ours: ours.map((one) => ({ ...one, detail: localizedToJson(one.detail) })),
      theirs: theirs.map((one) => ({ ...one, detail: localizedToJson(one.detail) })),
    })),
    promises: [...promises],
  }
}

function showSignal(one: Signal): z.input<typeof signal> {
  switch (one.code) {
    case 'no_contact':
      return { code: one.code, on: null, title: {}, what: '' }
    case 'agreement_ending':
      return { code: one.code, on: one.lastDay, title: localizedToJson(one.title), what: '' }
    case 'promise_overdue':
      return { code: one.code, on: one.dueOn, title: {}, what: one.what }
    default:
      return { code: one.code, on: one.lastOn, title: {}, what: '' }
  }
}
