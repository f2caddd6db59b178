import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import { type Api, addRead, addWrite, idParam, idShape, instantShape, localizedShape, localizedToJson } from '#platform/openapi.ts'
import { type Instant, parseInstant } from '#platform/pure/instant.ts'
import { ok, valueOf } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import type { FrozenItem } from './domain/content.ts'
import { type Item, attendances, audiences, itemStates, itemTypes } from './domain/item.ts'
import type { Release } from './domain/release.ts'
import { listItems, listReleases, loadItem } from './sql.ts'
import { readRelease } from './usecases/read-release.ts'
import { setItemState } from './usecases/write-item.ts'

const tag = 'programme'
const mission = z.object({ missionId: idParam<'mission'>() })

const facts = {
  id: idShape<'programmeItem'>(),
  type: z.enum(itemTypes),
  state: z.enum(itemStates).openapi({ description: 'What is tentative may still change.' }),
  attendance: z.enum(attendances),
  title: localizedShape,
  startsAt: instantShape,
  endsAt: instantShape,
  timeZone: z.string().openapi({ description: 'The zone whose clocks people look at there.', example: 'America/New_York' }),
  across: z.array(z.string()).openapi({ description: 'Whom one meets there, each with their title.' }),
  speakers: z.array(z.string()),
  languages: z.array(z.string()),
  dressCode: localizedShape,
  briefing: localizedShape,
  planB: localizedShape,
} as const

const itemShape = z
  .object({
    ...facts,
    organiserId: idShape<'organisation'>(),
    organiserName: z.string(),
    legId: z.string(),
    venueId: z.string().nullable(),
    trackId: z.string().nullable(),
    vehicleId: z.string().nullable().openapi({ description: 'What a journey is made in.' }),
    audience: z.enum(audiences),
    organisationIds: z.array(z.string()),
    memberIds: z.array(z.string()),
    themeId: z.string().nullable(),
    capacity: z.int().nullable(),
    version: z.int(),
  })
  .openapi('ProgrammeItem', { description: 'An item of the draft: it binds nobody until it is released.' })

const venueShape = z
  .object({
    name: localizedShape,
    addressLocal: z.string(),
    addressLatin: z.string(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
  })
  .openapi('ProgrammeVenue')

const releasedItemShape = z
  .object({
    ...facts,
    organiserName: z.string(),
    vehicle: z.string().nullable().openapi({ description: 'The name of what a journey is made in.' }),
    // Not `.nullable()`, which the document would understand of every venue.
    venue: z.union([venueShape, z.null()]),
    memberIds: z.array(z.string()).openapi({ description: 'The members it is for, on the day of the release.' }),
  })
  .openapi('ReleasedItem')

const releaseShape = z
  .object({
    number: z.int(),
    name: localizedShape,
    note: localizedShape,
    organisationName: z.string(),
    digest: z.string().openapi({ description: 'SHA-256 of the frozen programme as canonical JSON (RFC 8785), in hexadecimal.' }),
    itemCount: z.int(),
    concernedCount: z.int().openapi({ description: 'Members whose own programme it changed.' }),
    releasedAt: instantShape,
  })
  .openapi('ProgrammeRelease')

/** The programme for programs: the draft and the releases, with the use-cases of the pages. */
export function addProgrammeOperations(api: Api): void {
  addRead(
    api,
    {
      path: '/missions/{missionId}/programme',
      operationId: 'listProgrammeItems',
      summary: 'The draft of the programme of a mission, in the order of starts',
      tag,
      params: mission,
      answer: z.object({ items: z.array(itemShape) }),
    },
    async ({ tx }, { params: { missionId } }) => {
      const { id } = found(await loadMission(tx, missionId))
      return { items: (await listItems(tx, id)).map(presented) }
    },
  )
  addWrite(
    api,
    {
      method: 'put',
      path: '/missions/{missionId}/programme/{itemId}/state',
      operationId: 'setProgrammeItemState',
      summary: 'Confirms an item, cancels it, or takes it up again',
      description: 'For who organises it, and for the organisers of the mission. People hear of it at the next release.',
      tag,
      params: mission.extend({ itemId: idParam<'programmeItem'>() }),
      body: z.object({ state: z.enum(itemStates) }).openapi('ProgrammeItemState'),
      answer: itemShape,
      refusals: { already_in_this_state: 409 },
    },
    async (ctx, { params: { missionId, itemId }, body: { state } }) => {
      const changed = await setItemState(ctx, missionId, itemId, state)
      return changed.ok ? ok(presented(found(await loadItem(ctx.tx, missionId, itemId)))) : changed
    },
  )
  addRead(
    api,
    {
      path: '/missions/{missionId}/programme/releases',
      operationId: 'listProgrammeReleases',
      summary: 'The released versions of a programme, the latest first',
      tag,
      params: mission,
      answer: z.object({ items: z.array(releaseShape) }),
    },
    async ({ tx }, { params: { missionId } }) => {
      const { id } = found(await loadMission(tx, missionId))
      return { items: (await listReleases(tx, id)).map(presentedRelease) }
    },
  )
  addRead(
    api,
    {
      path: '/missions/{missionId}/programme/releases/{number}',
      operationId: 'readProgrammeRelease',
      summary: 'A released version, as it was frozen',
      tag,
      params: mission.extend({
        number: z.string().openapi({ type: 'integer', description: 'From 1, in each mission.', param: { required: true } }),
      }),
      answer: releaseShape.extend({ items: z.array(releasedItemShape) }).openapi('ProgrammeReleaseDetail'),
    },
    async (ctx, { params: { missionId, number } }) => {
      const { release, content } = await readRelease(ctx, missionId, number)
      return { ...presentedRelease(release), items: content.items.map(presentedFrozen) }
    },
  )
}

function presented({ skippedStart: _typed, interpreters: _names, interpretersNeeded: _count, ...item }: Item): z.input<typeof itemShape> {
  return {
    ...item,
    across: [...item.across],
    speakers: [...item.speakers],
    languages: [...item.languages],
    organisationIds: [...item.organisationIds],
    memberIds: [...item.memberIds],
    ...textsOf(item),
  }
}

function presentedFrozen({ venue, vehicle, organiser, people, ...item }: FrozenItem): z.input<typeof releasedItemShape> {
  return {
    ...item,
    id: item.id as Item['id'],
    organiserName: organiser.name,
    vehicle: vehicle?.name ?? null,
    venue: venue && { ...venue, name: localizedToJson(venue.name) },
    memberIds: [...people],
    across: [...(item.across ?? [])],
    speakers: [...item.speakers],
    languages: [...item.languages],
    ...textsOf(item),
  }
}

function textsOf({ title, dressCode, briefing, planB }: Pick<Item, 'title' | 'dressCode' | 'briefing' | 'planB'>) {
  return {
    title: localizedToJson(title),
    dressCode: localizedToJson(dressCode),
    briefing: localizedToJson(briefing),
    planB: localizedToJson(planB),
  }
}

function presentedRelease({ id: _id, organisationId: _organisation, ...release }: Release): z.input<typeof releaseShape> {
  const releasedAt: Instant = valueOf(parseInstant(release.releasedAt))
  return { ...release, releasedAt, name: localizedToJson(release.name), note: localizedToJson(release.note) }
}
