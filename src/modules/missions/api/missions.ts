import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import {
  type Api,
  addRead,
  addWrite,
  countryShape,
  idAfter,
  idShape,
  localDateShape,
  localizedShape,
  localizedToJson,
  localizedUpTo,
  pageOf,
  pageQuery,
  toPage,
  versionShape,
} from '#platform/openapi.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type Mission, type MissionLine, missionKinds, missionStates, partnerRoles } from '../domain/mission.ts'
import { stageOfLine, stages } from '../domain/stage.ts'
import { listMissions } from '../sql/list.ts'
import { loadMission } from '../sql/missions.ts'
import { changeMission } from '../usecases/change-mission.ts'
import { changeState } from '../usecases/change-state.ts'
import { type MissionDraft, createMission } from '../usecases/create-mission.ts'
import { placeLegs } from '../usecases/place-legs.ts'
import { legRefusals, mission, one, params, tag, zone } from './shapes.ts'
import { presented, presentedAfter } from './present.ts'

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

export function addMissions(api: Api): void {
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

function presentedLine(row: MissionLine, { today }: Ctx): z.input<typeof line> {
  return { ...row, title: localizedToJson(row.title), cities: row.cities.map(localizedToJson), stage: stageOfLine(row, today) }
}
