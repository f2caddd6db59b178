import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import {
  type Api,
  addRead,
  addWrite,
  countryShape,
  idAfter,
  idParam,
  idShape,
  instantShape,
  localDateShape,
  localizedShape,
  localizedToJson,
  localizedUpTo,
  pageOf,
  pageQuery,
  readCursor,
  toPage,
  versionShape,
  writeCursor,
} from '#platform/openapi.ts'
import { parseInstant } from '#platform/pure/instant.ts'
import { type Outcome, ok, refused, valueOf } from '#platform/pure/outcome.ts'
import { type Mission, type MissionLine, mandateDeciders, missionKinds, missionStates, partnerRoles } from './domain/mission.ts'
import { stageOfLine, stages } from './domain/stage.ts'
import { listMissions, loadMandate, loadMission, loadNarrative } from './sql.ts'
import { changeMission } from './usecases/change-mission.ts'
import { changeState } from './usecases/change-state.ts'
import { type MissionDraft, createMission } from './usecases/create-mission.ts'
import { namePartner, releasePartner } from './usecases/name-partner.ts'
import { placeLegs } from './usecases/place-legs.ts'
import { readHistory } from './usecases/read-history.ts'
import { closeAccounts, recordMandate, reopenAccounts, writeNarrative } from './usecases/write-own-part.ts'

const tag = 'missions'

const zone = z.string().max(60, 'text_too_long').openapi({ description: 'IANA', example: 'Europe/Rome' })

const leg = z
  .object({
    id: idShape<'leg'>(),
    cityId: idShape<'city'>().nullable(),
    cityName: localizedShape,
    country: countryShape,
    startsOn: localDateShape,
    endsOn: localDateShape,
    timeZone: zone,
  })
  .openapi('Leg')

const newLeg = z
  .object({
    cityId: idShape<'city'>().nullable().optional(),
    cityName: localizedUpTo(200).optional(),
    country: countryShape.optional(),
    timeZone: zone.optional(),
    startsOn: localDateShape,
    endsOn: localDateShape.openapi({ description: 'Inclusive: days of transport count.' }),
  })
  .openapi('NewLeg', { description: 'A city we know, by `cityId` or by its name in any language, needs no country nor zone.' })

const seat = z
  .object({
    id: idShape<'partner'>(),
    organisationId: idShape<'organisation'>(),
    name: z.string(),
    role: z.enum(partnerRoles),
    workstream: localizedShape,
    leftAt: instantShape.nullable(),
    accountsClosedOn: localDateShape.nullable(),
    ratifiedOn: localDateShape.nullable(),
    isWorkspace: z.boolean(),
    legIds: z.array(idShape<'leg'>()).readonly().openapi({ description: 'The legs it takes part in; empty when it is all of them.' }),
  })
  .openapi('Partner')

const mission = z
  .object({
    id: idShape<'mission'>(),
    leadOrganisationId: idShape<'organisation'>(),
    kind: z.enum(missionKinds),
    title: localizedShape,
    purpose: localizedShape,
    state: z.enum(missionStates),
    startsOn: localDateShape.nullable(),
    endsOn: localDateShape.nullable(),
    headMemberId: idShape<'member'>().nullable(),
    legs: z.array(leg),
    objectives: z.array(localizedShape),
    themes: z.array(localizedShape),
    partners: z.array(seat),
    version: z.int(),
  })
  .openapi('Mission')

const line = z
  .object({
    id: idShape<'mission'>(),
    kind: z.enum(missionKinds),
    title: localizedShape,
    state: z.enum(missionStates),
    stage: z.enum([...stages, 'cancelled']).openapi({ description: 'Where it stands for the organisation of the key.' }),
    startsOn: localDateShape.nullable(),
    endsOn: localDateShape.nullable(),
    cities: z.array(localizedShape),
    leadName: z.string(),
    ownRole: z.enum(partnerRoles).nullable(),
    partnerCount: z.int(),
  })
  .openapi('MissionLine')

const facts = {
  title: localizedUpTo(200).refine((given) => Object.keys(given).length > 0, 'required'),
  kind: z.enum(missionKinds),
  purpose: localizedUpTo(1000),
  legs: z.array(newLeg).max(100, 'too_many_legs'),
  objectives: z.array(localizedUpTo(500)).max(50, 'too_many'),
  themes: z
    .array(localizedUpTo(100))
    .max(30, 'too_many')
    .openapi({ description: 'A theme not known yet becomes one of the organisation.' }),
}
const newMission = z
  .object({
    ...facts,
    kind: facts.kind.default('outgoing'),
    purpose: facts.purpose.default({}),
    legs: facts.legs.default([]),
    objectives: facts.objectives.default([]),
    themes: facts.themes.default([]),
  })
  .openapi('NewMission')
const missionChange = z
  .object({ version: versionShape, ...z.object(facts).partial().shape })
  .openapi('MissionChange', { description: 'What is left out stays as it is; a list that is given replaces the whole list.' })

const newPartner = z
  .object({
    organisationId: idShape<'organisation'>(),
    role: z.enum(partnerRoles),
    workstream: localizedUpTo(200).default({}),
  })
  .openapi('NewPartner')

const mandate = z
  .object({
    decidedBy: z.enum(mandateDeciders),
    decidedOn: localDateShape,
    reference: z.string().trim().min(1, 'required').max(100, 'text_too_long'),
  })
  .openapi('Mandate', { description: 'The special mandate of one’s elected members (CGCT L2123-18, L3123-19, L4135-19).' })

const ownPart = z
  .object({
    // Not `.nullable()`, which the document would understand of every mandate.
    mandate: z.union([mandate, z.null()]),
    narrative: z.object({ body: localizedShape, version: z.int() }).openapi({ description: 'Version 0 while nothing was written.' }),
    accountsClosedOn: localDateShape.nullable(),
    ratifiedOn: localDateShape.nullable(),
  })
  .openapi('OwnPart', { description: 'What the organisation of the key keeps of a mission; the narrative is seen by nobody else.' })

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

const params = z.object({ missionId: idParam<'mission'>() })
const one = '/missions/{missionId}'
const legRefusals = {
  city_missing: 422,
  city_unknown: 422,
  country_unknown: 422,
  zone_unknown: 422,
  leg_ends_before_it_starts: 422,
  legs_overlap: 422,
  too_many_legs: 422,
} as const

/** Missions for programs: the same use-cases as the pages. */
export function addMissionOperations(api: Api): void {
  addMissions(api)
  addPartners(api)
  addOwnPart(api)
  addHistory(api)
}

function addMissions(api: Api): void {
  addRead(
    api,
    {
      path: '/missions',
      operationId: 'listMissions',
      summary: 'Missions of the organisation, the latest first',
      tag,
      query: pageQuery.extend({
        q: z.string().trim().min(1, 'required').max(200, 'text_too_long').optional().openapi({
          description: 'Words of the title; accents, capitals and a slip of the keyboard do not matter.',
        }),
        isOpen: z.enum(['true']).optional().openapi({ description: 'Only missions neither cancelled nor ratified.' }),
      }),
      answer: pageOf(line),
    },
    async (ctx, { query: { q, isOpen, limit, cursor } }) => {
      const after = idAfter(cursor)
      const filter = { ...(q ? { search: q } : {}), ...(after ? { after } : {}), isOpen: isOpen === 'true', limit: limit + 1 }
      const rows = await listMissions(ctx.tx, ctx.actor.organisationId, filter)
      return toPage(
        rows,
        limit,
        (row) => [row.id],
        (row) => presentedLine(row, ctx),
      )
    },
  )
  addRead(
    api,
    { path: one, operationId: 'readMission', summary: 'A mission', tag, params, answer: mission },
    async (ctx, { params: { missionId } }) => presented(found(await loadMission(ctx.tx, missionId))),
  )
  addWrite(
    api,
    {
      method: 'post',
      path: '/missions',
      operationId: 'createMission',
      summary: 'Opens a mission, led by the organisation of the key',
      description: 'With legs it is in preparation, without it is an idea.',
      tag,
      body: newMission,
      answer: mission,
      status: 201,
      refusals: legRefusals,
    },
    async (ctx, { body }) => {
      const legs = await placeLegs(ctx.tx, body.legs)
      if (!legs.ok) return legs
      const created = await createMission(ctx, { ...body, legs: legs.value })
      return created.ok ? ok(presented(found(await loadMission(ctx.tx, created.value)))) : created
    },
  )
  addWrite(
    api,
    {
      method: 'patch',
      path: one,
      operationId: 'changeMission',
      summary: 'Changes the shared parts of a mission; what is left out stays',
      description: 'For the lead and the co-organisers. With 409 `stale_edit`, `details.saved` is the mission as it is now.',
      tag,
      params,
      body: missionChange,
      answer: mission,
      refusals: { ...legRefusals, stale_edit: 409 },
    },
    async (ctx, { params: { missionId }, body: { version: seen, legs: stated, ...given } }) => {
      const saved = found(await loadMission(ctx.tx, missionId))
      const legs = await placeLegs(ctx.tx, stated ?? saved.legs)
      if (!legs.ok) return legs
      const changed = await changeMission(ctx, missionId, seen, draftOver(saved, { ...given, legs: legs.value }))
      return presentedChange(changed)
    },
  )
  addWrite(
    api,
    {
      method: 'put',
      path: '/missions/{missionId}/state',
      operationId: 'changeMissionState',
      summary: 'Moves a mission between what people decide: idea, preparation, confirmed, cancelled',
      tag,
      params,
      body: z.object({ state: z.enum(missionStates) }).openapi('MissionState'),
      answer: mission,
      refusals: {
        already_in_this_state: 409,
        confirmed_needs_dates: 409,
        departed_is_not_an_idea: 409,
        departed_stays_confirmed: 409,
        accounted_for_took_place: 409,
      },
    },
    async (ctx, { params: { missionId }, body: { state } }) => presentedAfter(ctx, missionId, await changeState(ctx, missionId, state)),
  )
}

function addPartners(api: Api): void {
  addWrite(
    api,
    {
      method: 'post',
      path: '/missions/{missionId}/partners',
      operationId: 'namePartner',
      summary: 'Names an organisation of the directory as partner; one that works in Escale is invited, and takes its seat by accepting',
      tag,
      params,
      body: newPartner,
      answer: mission,
      refusals: { already_a_partner: 409, already_invited: 409, lead_is_given_at_creation: 422, organisation_unknown: 422 },
    },
    async (ctx, { params: { missionId }, body }) => presentedAfter(ctx, missionId, await namePartner(ctx, missionId, body)),
  )
  addWrite(
    api,
    {
      method: 'delete',
      path: '/missions/{missionId}/partners/{partnerId}',
      operationId: 'releasePartner',
      summary: 'A partner leaves, or is let go: it loses access at once',
      description: 'Organisers release any partner but the lead; a partner releases itself.',
      tag,
      params: params.extend({ partnerId: idParam<'partner'>() }),
      answer: z.object({ id: idShape<'partner'>() }),
      refusals: { not_a_partner: 409, the_lead_stays: 409 },
    },
    async (ctx, { params: { missionId, partnerId } }) => {
      const released = await releasePartner(ctx, missionId, partnerId)
      return released.ok ? ok({ id: partnerId }) : released
    },
  )
}

function addOwnPart(api: Api): void {
  const about = { tag, params, answer: ownPart } as const
  addRead(
    api,
    {
      ...about,
      path: '/missions/{missionId}/own-part',
      operationId: 'readOwnPart',
      summary: 'Mandate, narrative and accounts of one’s own',
    },
    (ctx, { params: { missionId } }) => readOwnPart(ctx, missionId),
  )
  addWrite(
    api,
    {
      ...about,
      method: 'put',
      path: '/missions/{missionId}/mandate',
      operationId: 'recordMandate',
      summary: 'Records when the special mandate of one’s elected members was voted',
      body: mandate,
      refusals: { mandate_in_the_future: 409 },
    },
    async (ctx, { params: { missionId }, body }) => ownPartAfter(ctx, missionId, await recordMandate(ctx, missionId, body)),
  )
  addWrite(
    api,
    {
      ...about,
      method: 'put',
      path: '/missions/{missionId}/narrative',
      operationId: 'writeNarrative',
      summary: 'Writes what the organisation will say of the mission in its own report',
      body: z
        .object({ version: z.int().openapi({ description: 'The version that was read, 0 at first.' }), body: localizedUpTo(20_000) })
        .openapi('NarrativeChange'),
      refusals: { stale_narrative: 409 },
    },
    async (ctx, { params: { missionId }, body: { version: seen, body } }) =>
      ownPartAfter(ctx, missionId, await writeNarrative(ctx, missionId, seen, body)),
  )
  addWrite(
    api,
    {
      ...about,
      method: 'post',
      path: '/missions/{missionId}/accounts/close',
      operationId: 'closeAccounts',
      summary: 'Closes one’s accounts of a mission that has returned: the ledger takes no new line',
      refusals: { not_returned_yet: 409, accounts_already_closed: 409 },
    },
    async (ctx, { params: { missionId } }) => ownPartAfter(ctx, missionId, await closeAccounts(ctx, missionId)),
  )
  addWrite(
    api,
    {
      ...about,
      method: 'post',
      path: '/missions/{missionId}/accounts/reopen',
      operationId: 'reopenAccounts',
      summary: 'Opens one’s accounts again, as long as no assembly has ratified them',
      refusals: { accounts_already_open: 409, already_ratified: 409 },
    },
    async (ctx, { params: { missionId } }) => ownPartAfter(ctx, missionId, await reopenAccounts(ctx, missionId)),
  )
}

function addHistory(api: Api): void {
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

async function readOwnPart({ tx, actor }: Ctx, missionId: string): Promise<z.input<typeof ownPart>> {
  const { partners } = found(await loadMission(tx, missionId))
  const own = partners.find((partner) => partner.organisationId === actor.organisationId)
  const narrative = await loadNarrative(tx, missionId)
  return {
    mandate: await loadMandate(tx, missionId, actor.organisationId),
    narrative: { body: localizedToJson(narrative?.body ?? {}), version: narrative?.version ?? 0 },
    accountsClosedOn: own?.accountsClosedOn ?? null,
    ratifiedOn: own?.ratifiedOn ?? null,
  }
}

async function ownPartAfter<Problem>(
  ctx: Ctx,
  missionId: string,
  outcome: Outcome<null, Problem>,
): Promise<Outcome<z.input<typeof ownPart>, Problem>> {
  return outcome.ok ? ok(await readOwnPart(ctx, missionId)) : outcome
}

async function presentedAfter<Problem>(
  ctx: Ctx,
  missionId: string,
  outcome: Outcome<unknown, Problem>,
): Promise<Outcome<z.input<typeof mission>, Problem>> {
  return outcome.ok ? ok(presented(found(await loadMission(ctx.tx, missionId)))) : outcome
}

/** A refusal that carries the saved mission shows it as a read would. */
function presentedChange<Problem extends { readonly code: string }>(outcome: Outcome<Mission, Problem | Stale>) {
  if (outcome.ok) return ok(presented(outcome.value))
  return 'saved' in outcome.problem
    ? refused({ code: 'stale_edit' as const, saved: mission.parse(presented(outcome.problem.saved)) })
    : refused(outcome.problem)
}

type Stale = { readonly code: 'stale_edit'; readonly saved: Mission }

/** The mission as it would be: what is given over what is there. */
function draftOver({ kind, title, purpose, objectives, themes }: Mission, given: Partial<MissionDraft> & Pick<MissionDraft, 'legs'>) {
  return { kind, title, purpose, objectives, themes: themes.map(({ label }) => label), ...given }
}

function presented({ title, purpose, legs, objectives, themes, partners, ...others }: Mission): z.input<typeof mission> {
  return {
    ...others,
    title: localizedToJson(title),
    purpose: localizedToJson(purpose),
    legs: legs.map((stage) => ({ ...stage, cityName: localizedToJson(stage.cityName) })),
    objectives: objectives.map(localizedToJson),
    themes: themes.map(({ label }) => localizedToJson(label)),
    partners: partners.map((partner) => ({
      ...partner,
      workstream: localizedToJson(partner.workstream),
      leftAt: partner.leftAt === null ? null : valueOf(parseInstant(partner.leftAt)),
    })),
  }
}

function presentedLine(row: MissionLine, { today }: Ctx): z.input<typeof line> {
  return { ...row, title: localizedToJson(row.title), cities: row.cities.map(localizedToJson), stage: stageOfLine(row, today) }
}

/** How many entries the pages before have shown. */
function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000 ? value : null
}
