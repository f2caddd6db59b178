import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import { type FrozenItem, thaw } from '../domain/content.ts'
import '../domain/events.ts'
import type { Item, ItemDraft } from '../domain/item.ts'
import { mayArrange } from '../domain/rights.ts'
import * as sql from '../sql.ts'
import { listVehicles } from '../sql/vehicles.ts'
import { draftOf } from './write-item.ts'

export type WentBack = { readonly restored: number; readonly cancelled: number; readonly left: number }

/**
 * Makes the draft what an older release was. Nothing is released by it: the draft is then judged and released like any other. Items proposed since are
 * cancelled, not removed. An item whose leg or organiser is no longer of the mission cannot come back, and is counted in `left`.
 */
export async function goBackTo(ctx: Ctx, missionId: string, number: number): Promise<Outcome<WentBack, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayArrange(ctx.actor, mission.partners))
  await sql.lockProgramme(ctx.tx, mission.id, 'releasing')
  const release = found(await sql.loadRelease(ctx.tx, mission.id, number))
  const items = new Map((await sql.listItems(ctx.tx, mission.id)).map((item) => [item.id as string, item]))
  const venues = new Set((await sql.listVenues(ctx.tx, mission.id)).map(({ id }) => id))
  const tracks = new Set((await sql.listTracks(ctx.tx, mission.id)).map(({ id }) => id))
  const vehicles = new Set((await listVehicles(ctx.tx, mission.id)).map(({ id }) => id))
  const legs = new Set(mission.legs.map(({ id }) => id))
  await ctx.journal.event('programme.went_back')
  const frozen = thaw(release.text).items
  let left = 0
  for (const item of frozen) {
    const now = items.get(item.id)
    if (!now || !legs.has(item.legId)) left += 1
    else await sql.updateItem(ctx.tx, mission.id, now.id, restored(item, now, { venues, tracks, vehicles }))
  }
  const kept = new Set(frozen.map(({ id }) => id))
  const added = [...items.values()].filter((item) => !kept.has(item.id) && item.state !== 'cancelled')
  for (const item of added) await sql.updateItem(ctx.tx, mission.id, item.id, { ...draftOf(item), state: 'cancelled' })
  return ok({ restored: frozen.length - left, cancelled: added.length, left })
}

type Kept = { readonly venues: ReadonlySet<string>; readonly tracks: ReadonlySet<string>; readonly vehicles: ReadonlySet<string> }

/** The item as it was released. A venue, a track or a vehicle removed since cannot be pointed at again. */
function restored(item: FrozenItem, now: Item, { venues, tracks, vehicles }: Kept): ItemDraft {
  const { id: _id, people: _people, organiser, venue, trackId, vehicle, across = [], ...written } = item
  return {
    ...written,
    across,
    organiserId: organiser.id as Item['organiserId'],
    venueId: venue && venues.has(venue.id) ? venue.id : null,
    trackId: trackId !== null && tracks.has(trackId) ? trackId : null,
    vehicleId: vehicle && vehicles.has(vehicle.id) ? vehicle.id : null,
    skippedStart: item.startsAt === now.startsAt ? now.skippedStart : null,
  }
}
