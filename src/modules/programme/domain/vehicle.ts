import type { OrganisationId } from '#platform/actor.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { overlap } from './schedule.ts'
import type { Warning } from './warnings.ts'

/** What carries people from a place to another, known on the mission by its name. */
export type VehicleDraft = { readonly name: string; readonly seats: number }

export type Vehicle = VehicleDraft & {
  readonly id: string
  /** Who brings it. */
  readonly organisationId: OrganisationId
  readonly organisationName: string
}

type Journey = {
  readonly id: string
  readonly vehicleId: string | null
  readonly venueId: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly attendance: 'expected' | 'optional'
  readonly people: readonly string[]
}

/** One run of a vehicle, whatever the number of items that describe it: two delegations may share a coach. */
type Run = Pick<Journey, 'startsAt' | 'endsAt'> & { readonly itemIds: string[]; readonly people: Set<string> }

/** More people expected aboard than seats, and runs of one vehicle at once. `journeys` are in the order of starts. */
export function aboutVehicles(journeys: readonly Journey[], vehicles: readonly Pick<Vehicle, 'id' | 'name' | 'seats'>[]): Warning[] {
  return vehicles.flatMap(({ id, name, seats }) => {
    const runs = runsOf(journeys.filter(({ vehicleId }) => vehicleId === id))
    const overfull = runs.flatMap(({ itemIds, people }): Warning[] =>
      people.size > seats ? [{ code: 'vehicle_overfull', itemIds, vehicle: name, expected: people.size, seats }] : [],
    )
    const torn = runs.flatMap((one, index) =>
      runs
        .slice(index + 1)
        .filter((other) => overlap(one, other))
        .map((other): Warning => ({ code: 'vehicle_in_two_places', itemIds: [...one.itemIds, ...other.itemIds], vehicle: name })),
    )
    return [...overfull, ...torn]
  })
}

/** Items at the same hours and from the same place are one run. */
function runsOf(journeys: readonly Journey[]): Run[] {
  const runs = new Map<string, Run>()
  for (const { id, startsAt, endsAt, venueId, attendance, people } of journeys) {
    const key = `${startsAt} ${endsAt} ${venueId ?? ''}`
    const run = runs.get(key) ?? { startsAt, endsAt, itemIds: [], people: new Set() }
    run.itemIds.push(id)
    if (attendance === 'expected') for (const person of people) run.people.add(person)
    runs.set(key, run)
  }
  return [...runs.values()]
}
