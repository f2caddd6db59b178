import type { FrozenItem } from '../domain/content.ts'
import type { Item } from '../domain/item.ts'
import type { Venue } from '../domain/place.ts'
import type { PublicItem } from '../domain/publication.ts'
import type { Vehicle } from '../domain/vehicle.ts'
import type { Warning } from '../domain/warnings.ts'
import type { ShownItem } from './timetable.tsx'

/** The items of a draft, each with the names of its venue and its vehicle, and how many warnings are about it. */
export function shownOfDraft(
  items: readonly Item[],
  {
    venues,
    vehicles,
  }: { readonly venues: readonly Pick<Venue, 'id' | 'name'>[]; readonly vehicles: readonly Pick<Vehicle, 'id' | 'name'>[] },
  warnings: readonly Warning[],
): ShownItem[] {
  const names = new Map(venues.map(({ id, name }) => [id, name]))
  const vehicleNames = new Map(vehicles.map(({ id, name }) => [id, name]))
  const counts = new Map<string, number>()
  for (const { itemIds } of warnings) for (const id of itemIds) counts.set(id, (counts.get(id) ?? 0) + 1)
  return items.map(({ id, type, state, title, startsAt, endsAt, timeZone, trackId, venueId, vehicleId }) => ({
    id,
    type,
    state,
    title,
    startsAt,
    endsAt,
    timeZone,
    trackId,
    venueName: names.get(venueId ?? '') ?? null,
    vehicleName: vehicleNames.get(vehicleId ?? '') ?? null,
    warningCount: counts.get(id) ?? 0,
  }))
}

/** Of a release: what it says, as it said it. */
export function shownOfRelease(items: readonly FrozenItem[]): (ShownItem & { readonly frozen: FrozenItem })[] {
  return items.map((frozen) => ({
    ...frozen,
    venueName: frozen.venue?.name ?? null,
    vehicleName: frozen.vehicle?.name ?? null,
    warningCount: 0,
    frozen,
  }))
}

/** Of a public page: as much as anybody reads. */
export function shownOfPublic(items: readonly PublicItem[]): (ShownItem & { readonly told: PublicItem })[] {
  return items.map((told) => ({
    ...told,
    trackId: null,
    venueName: told.venue?.name ?? null,
    vehicleName: null,
    warningCount: 0,
    told,
  }))
}
