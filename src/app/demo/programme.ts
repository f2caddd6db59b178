import * as miami from '#db/seed/miami-programme-2017.ts'
import type { DemoMoment, DemoProgramme } from '#db/seed/moment.ts'
import { type MissionId, loadMission } from '#modules/missions/index.ts'
import {
  type ItemId,
  type ItemType,
  type ItemWords,
  addTrack,
  addVenue,
  changeItem,
  listTracks,
  listVehicles,
  proposeItem,
  publishProgramme,
  releaseProgramme,
  sayUnavailable,
  saveTravelTime,
  setItemState,
  writeVehicle,
} from '#modules/programme/index.ts'
import { found } from '#platform/actor.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { assert, ok } from '#platform/pure/outcome.ts'
import type { As, PersonKey } from './people.ts'

/** The places and people that the moments of the seed speak of. */
type Names = {
  readonly legIds: readonly string[]
  readonly venueIds: ReadonlyMap<string, string>
  readonly trackIds: ReadonlyMap<string, string>
  readonly vehicleIds: ReadonlyMap<string, string>
  readonly organisationIds: ReadonlyMap<string, string>
}

/** The programme of Miami: proposed by the City and the Département each in its own name, released twice, then changed again for the visitor to release. */
export async function loadMiamiProgramme(as: As, missionId: MissionId): Promise<void> {
  const { names, items } = await writeProgramme(as, missionId, miami, 'lucie', { department: 'claire' })
  const [first, second] = miami.later.names
  await as('lucie', (ctx) => releaseProgramme(ctx, missionId, { seen: 0, name: first, note: {} }))
  const itemIds = miami.published.moments.flatMap((fr) => items.get(fr)?.id ?? [])
  await as('lucie', (ctx) => publishProgramme(ctx, missionId, { slug: miami.published.slug, isOpen: true, itemIds, version: 0 }))
  const moved = items.get(miami.later.moved.fr)
  const cancelled = items.get(miami.later.cancelled)
  assert(moved && cancelled, 'what changes later is in the programme')
  const movedTimes = { ...moved.words.times, start: asLocalTime(miami.later.moved.from), end: asLocalTime(miami.later.moved.to) }
  await as('lucie', (ctx) => changeItem(ctx, missionId, moved.id, 1, { ...moved.words, times: movedTimes }))
  await as('lucie', (ctx) => setItemState(ctx, missionId, cancelled.id, 'cancelled'))
  await as('lucie', (ctx) => releaseProgramme(ctx, missionId, { seen: 1, name: second, note: miami.later.note }))
  await as('claire', (ctx) => proposeItem(ctx, missionId, wordsOf(miami.proposedSince, names)))
  const { venue, on, from, to } = miami.later.closed
  const times = { from: asLocalDate(on), fromTime: asLocalTime(from), to: asLocalDate(on), toTime: asLocalTime(to) }
  await as('claire', (ctx) => sayUnavailable(ctx, missionId, { who: names.venueIds.get(venue) ?? '', ...times }))
}

type Written = { readonly names: Names; readonly items: ReadonlyMap<string, { readonly id: ItemId; readonly words: ItemWords }> }

/** Writes a programme: places and tracks by the lead, each moment by whoever brings it, the lead unless another of the demonstration's people is named. */
export async function writeProgramme(
  as: As,
  missionId: MissionId,
  seed: DemoProgramme,
  lead: PersonKey,
  writers: Readonly<Record<string, PersonKey>>,
): Promise<Written> {
  const names = await namesOf(as, missionId, seed, lead)
  const items = new Map<string, { id: ItemId; words: ItemWords }>()
  for (const moment of seed.moments) {
    const words = wordsOf(moment, names)
    const id = await as(writers[moment.by] ?? lead, (ctx) => proposeItem(ctx, missionId, words))
    items.set(moment.fr, { id, words })
  }
  return { names, items }
}

async function namesOf(as: As, missionId: MissionId, seed: DemoProgramme, lead: PersonKey): Promise<Names> {
  const mission = await as(lead, async (ctx) => ok(found(await loadMission(ctx.tx, missionId))))
  const legIds = mission.legs.map(({ id }) => id)
  const venueIds = new Map<string, string>()
  for (const [key, { fr, en, address, at, capacity, leg = 0 }] of Object.entries(seed.venues)) {
    const place = { addressLocal: address, addressLatin: '', latitude: at[0], longitude: at[1], capacity }
    venueIds.set(key, await as(lead, (ctx) => addVenue(ctx, missionId, { legId: legIds[leg] ?? '', name: { fr, en }, ...place })))
  }
  for (const [from, to, minutes, mode = 'coach'] of seed.travels) {
    const travel = { from: venueIds.get(from) ?? '', to: venueIds.get(to) ?? '', minutes, mode }
    await as(lead, (ctx) => saveTravelTime(ctx, missionId, travel))
  }
  for (const vehicle of seed.vehicles ?? []) await as(lead, (ctx) => writeVehicle(ctx, missionId, vehicle))
  const vehicles = await as(lead, async (ctx) => ok(await listVehicles(ctx.tx, missionId)))
  const vehicleIds = new Map(vehicles.map(({ id, name }) => [name, id]))
  for (const name of Object.values(seed.tracks)) await as(lead, (ctx) => addTrack(ctx, missionId, name))
  const tracks = await as(lead, async (ctx) => ok(await listTracks(ctx.tx, missionId)))
  const organisationIds = new Map(
    Object.entries(seed.organisers).map(([key, name]) => {
      const partner = mission.partners.find((seat) => seat.name === name)
      assert(partner, `${name} is a partner of the mission`)
      return [key, partner.organisationId as string]
    }),
  )
  const trackIds = new Map(Object.keys(seed.tracks).map((key, index) => [key, tracks[index]?.id ?? '']))
  return { legIds, venueIds, trackIds, vehicleIds, organisationIds }
}

function wordsOf(moment: DemoMoment, { legIds, venueIds, trackIds, vehicleIds, organisationIds }: Names): ItemWords {
  const both = (texts: readonly [string, string] | undefined) => (texts ? { fr: texts[0], en: texts[1] } : {})
  return {
    organiserId: organisationIds.get(moment.by) ?? null,
    legId: legIds[moment.leg ?? 0] ?? '',
    venueId: venueIds.get(moment.venue ?? '') ?? null,
    trackId: trackIds.get(moment.track ?? '') ?? null,
    vehicleId: vehicleIds.get(moment.vehicle ?? '') ?? null,
    type: moment.type as ItemType,
    state: moment.confirmed ? 'confirmed' : 'tentative',
    attendance: moment.optional ? 'optional' : 'expected',
    audience: moment.for ? 'sub_delegations' : 'everyone',
    themeId: null,
    organisationIds: moment.for ? [organisationIds.get(moment.for) ?? ''] : [],
    memberIds: [],
    title: { fr: moment.fr, en: moment.en },
    times: { date: asLocalDate(moment.on), start: asLocalTime(moment.from), end: asLocalTime(moment.to), endDate: null },
    capacity: null,
    across: moment.across ?? [],
    speakers: moment.speakers ?? [],
    languages: ['fr', 'en'],
    interpretersNeeded: moment.interpreters ?? 0,
    interpreters: moment.interpreter ? [moment.interpreter] : [],
    dressCode: both(moment.dress),
    briefing: both(moment.briefing),
    planB: both(moment.planB),
  }
}
