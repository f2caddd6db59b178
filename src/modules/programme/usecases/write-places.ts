import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { listMembers } from '#modules/delegations/index.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import type { TravelMode, Venue, VenueDraft } from '../domain/place.ts'
import type { PlaceProblem } from '../domain/problems.ts'
import { mayArrange, mayChangeWhatWasBrought, mayPropose } from '../domain/rights.ts'
import * as sql from '../sql.ts'

export type StaleVenue = { readonly code: 'stale_edit'; readonly saved: Venue }

/** @refuses leg_unknown */
export async function addVenue(ctx: Ctx, missionId: string, draft: VenueDraft): Promise<Outcome<string, PlaceProblem>> {
  const mission = await openToProposals(ctx, missionId)
  if (!mission.legs.some(({ id }) => id === draft.legId)) return refused({ code: 'leg_unknown' })
  const id = crypto.randomUUID()
  await ctx.journal.event('programme.venue_written')
  await sql.insertVenue(ctx.tx, mission.id, id, draft)
  return ok(id)
}

/**
 * Changes a venue; a version that is not the latest comes back to be compared.
 * @refuses stale_edit, leg_unknown, a_venue_in_use_stays
 */
export async function changeVenue(
  ctx: Ctx,
  missionId: string,
  venueId: string,
  version: number,
  draft: VenueDraft,
): Promise<Outcome<string, StaleVenue | PlaceProblem>> {
  const { mission, venue } = await openVenue(ctx, missionId, venueId)
  if (venue.version !== version) return refused({ code: 'stale_edit', saved: venue })
  if (!mission.legs.some(({ id }) => id === draft.legId)) return refused({ code: 'leg_unknown' })
  const isUsed = (await sql.listItems(ctx.tx, mission.id)).some((item) => item.venueId === venue.id)
  if (isUsed && draft.legId !== venue.legId) return refused({ code: 'a_venue_in_use_stays' })
  await ctx.journal.event('programme.venue_written')
  await sql.updateVenue(ctx.tx, venue.id, draft)
  return ok(venue.id)
}

/** @refuses a_venue_in_use_stays */
export async function removeVenue(ctx: Ctx, missionId: string, venueId: string): Promise<Outcome<null, PlaceProblem>> {
  const { mission, venue } = await openVenue(ctx, missionId, venueId)
  if ((await sql.listItems(ctx.tx, mission.id)).some((item) => item.venueId === venue.id)) return refused({ code: 'a_venue_in_use_stays' })
  await ctx.journal.event('programme.venue_removed')
  await sql.deleteVenue(ctx.tx, venue.id)
  return ok(null)
}

/**
 * Says how long it takes between two venues, or says it anew. A time another partner gave is changed by that partner and by the organisers.
 * @refuses same_venue, venue_unknown
 */
export async function saveTravelTime(
  ctx: Ctx,
  missionId: string,
  travel: { readonly from: string; readonly to: string; readonly minutes: number; readonly mode: TravelMode },
): Promise<Outcome<null, PlaceProblem>> {
  const mission = await openToProposals(ctx, missionId)
  const venues = new Set((await sql.listVenues(ctx.tx, mission.id)).map(({ id }) => id))
  if (!venues.has(travel.from) || !venues.has(travel.to)) return refused({ code: 'venue_unknown' })
  if (travel.from === travel.to) return refused({ code: 'same_venue' })
  const [oneVenueId, otherVenueId] = travel.from < travel.to ? [travel.from, travel.to] : [travel.to, travel.from]
  const known = (await sql.listTravelTimes(ctx.tx, mission.id)).find(
    (time) => time.oneVenueId === oneVenueId && time.otherVenueId === otherVenueId,
  )
  allow(!known || mayChangeWhatWasBrought(ctx.actor, mission.partners, known.organisationId))
  await ctx.journal.event('programme.travel_time_written')
  await sql.saveTravelTime(ctx.tx, mission.id, { oneVenueId, otherVenueId, minutes: travel.minutes, mode: travel.mode })
  return ok(null)
}

export async function addTrack(ctx: Ctx, missionId: string, name: Localized): Promise<Outcome<null, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayArrange(ctx.actor, mission.partners))
  await ctx.journal.event('programme.track_written')
  await sql.insertTrack(ctx.tx, mission.id, name)
  return ok(null)
}

/** @refuses a_track_in_use_stays */
export async function removeTrack(ctx: Ctx, missionId: string, trackId: string): Promise<Outcome<null, PlaceProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayArrange(ctx.actor, mission.partners))
  if ((await sql.listItems(ctx.tx, mission.id)).some((item) => item.trackId === trackId)) return refused({ code: 'a_track_in_use_stays' })
  await ctx.journal.event('programme.track_written')
  await sql.deleteTrack(ctx.tx, mission.id, trackId)
  return ok(null)
}

/**
 * Chooses which of one's own members follow a sector.
 * @refuses sector_unknown, guest_unknown
 */
export async function chooseFollowers(
  ctx: Ctx,
  missionId: string,
  themeId: string,
  memberIds: readonly string[],
): Promise<Outcome<null, PlaceProblem>> {
  const mission = await openToProposals(ctx, missionId)
  if (!mission.themes.some(({ id }) => id === themeId)) return refused({ code: 'sector_unknown' })
  const own = new Set((await listMembers(ctx.tx, mission.id, { sentBy: ctx.actor.organisationId })).map(({ id }) => id as string))
  if (!memberIds.every((id) => own.has(id))) return refused({ code: 'guest_unknown' })
  await ctx.journal.event('programme.sectors_chosen')
  await sql.saveFollowers(ctx.tx, mission.id, ctx.actor.organisationId, themeId, memberIds)
  return ok(null)
}

export async function openToProposals(ctx: Ctx, missionId: string): Promise<Mission> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayPropose(ctx.actor, mission.partners))
  await sql.lockProgramme(ctx.tx, mission.id, 'writing')
  return mission
}

async function openVenue(ctx: Ctx, missionId: string, venueId: string): Promise<{ mission: Mission; venue: Venue }> {
  const mission = found(await loadMission(ctx.tx, missionId))
  const known = found((await sql.listVenues(ctx.tx, mission.id)).find(({ id }) => id === venueId))
  allow(mayChangeWhatWasBrought(ctx.actor, mission.partners, known.organisationId))
  await sql.lockProgramme(ctx.tx, mission.id, 'writing')
  return { mission, venue: found(await sql.lockVenue(ctx.tx, mission.id, venueId)) }
}
