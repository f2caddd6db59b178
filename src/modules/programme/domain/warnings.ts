import { type Instant, onTheClock } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { LocalTime } from '#platform/pure/local-time.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Leg } from '#modules/missions/index.ts'
import type { Engaged, Unavailability } from './availability.ts'
import { type Sectors, type Traveller, peopleOf } from './audience.ts'
import type { Item } from './item.ts'
import { type TravelTime, type Venue, betweenVenues } from './place.ts'
import { isRepeated, minutesBetween, overlap } from './schedule.ts'
import { type Vehicle, aboutVehicles } from './vehicle.ts'

/** `blocking` stops a release and never a draft; `serious` needs a decision; `note` is good to know. */
export const severities = ['blocking', 'serious', 'note'] as const
export type Severity = (typeof severities)[number]

export const warningSeverities = {
  person_in_two_places: 'blocking',
  outside_the_leg: 'blocking',
  vehicle_in_two_places: 'blocking',
  vehicle_overfull: 'blocking',
  venue_taken_twice: 'serious',
  person_away: 'serious',
  person_aboard: 'serious',
  person_meets: 'serious',
  venue_closed: 'serious',
  over_capacity: 'serious',
  travel_too_short: 'serious',
  interpreter_missing: 'serious',
  clock_skipped: 'serious',
  clock_repeated: 'note',
  holiday: 'note',
  travel_unknown: 'note',
} as const satisfies Record<string, Severity>
export type WarningCode = keyof typeof warningSeverities

/** A typed warning. `itemIds` are the items it is about, the earlier first. */
export type Warning = { readonly itemIds: readonly string[] } & (
  | { readonly code: 'person_in_two_places'; readonly memberIds: readonly string[] }
  | { readonly code: 'outside_the_leg' }
  | { readonly code: 'vehicle_in_two_places'; readonly vehicle: string }
  | { readonly code: 'vehicle_overfull'; readonly vehicle: string; readonly expected: number; readonly seats: number }
  | { readonly code: 'venue_taken_twice'; readonly venueId: string }
  | { readonly code: 'person_away'; readonly memberIds: readonly string[] }
  /** On a journey of departure at that time. */
  | { readonly code: 'person_aboard'; readonly memberIds: readonly string[] }
  /** In a one-to-one meeting of the plan in force at that time. */
  | { readonly code: 'person_meets'; readonly memberIds: readonly string[] }
  | { readonly code: 'venue_closed'; readonly venueId: string }
  | { readonly code: 'over_capacity'; readonly expected: number; readonly capacity: number }
  | {
      readonly code: 'travel_too_short'
      readonly memberIds: readonly string[]
      readonly neededMinutes: number
      readonly freeMinutes: number
    }
  | { readonly code: 'travel_unknown'; readonly memberIds: readonly string[]; readonly freeMinutes: number }
  | { readonly code: 'interpreter_missing'; readonly needed: number; readonly found: number }
  | { readonly code: 'clock_skipped'; readonly typed: LocalTime; readonly shown: LocalTime }
  | { readonly code: 'clock_repeated'; readonly shown: LocalTime }
  | { readonly code: 'holiday'; readonly name: Localized; readonly day: LocalDate; readonly source: string }
)

export type Holiday = { readonly country: string; readonly day: LocalDate; readonly name: Localized; readonly source: string }

/** All that warnings are made from. */
export type Surroundings = {
  readonly legs: readonly Pick<Leg, 'id' | 'country' | 'startsOn' | 'endsOn'>[]
  readonly venues: readonly Pick<Venue, 'id' | 'capacity'>[]
  readonly travelTimes: readonly TravelTime[]
  readonly vehicles: readonly Pick<Vehicle, 'id' | 'name' | 'seats'>[]
  readonly travellers: readonly Traveller[]
  readonly sectors: Sectors
  readonly holidays: readonly Holiday[]
  readonly unavailable: readonly Pick<Unavailability, 'memberId' | 'venueId' | 'startsAt' | 'endsAt'>[]
  readonly aboard: readonly Engaged[]
  readonly meeting: readonly Engaged[]
}

/** Two hours are enough to cross a city: beyond, an unknown travel time is nothing to warn of. */
const UNKNOWN_TRAVEL_MINUTES = 120

type Placed = Item & { readonly people: readonly string[] }

/** Everything that may go wrong with a draft, the gravest first, then in the order of the day. */
export function warningsOf(items: readonly Item[], around: Surroundings): Warning[] {
  const placed = items
    .filter((item) => item.state !== 'cancelled')
    .map((item): Placed => ({ ...item, people: peopleOf(item, around.travellers, around.sectors) }))
    .toSorted((one, other) => order(one.startsAt, other.startsAt) || order(one.id, other.id))
  const rank = new Map(placed.map((item, index) => [item.id as string, index]))
  const found = [
    ...placed.flatMap((item) => aboutOne(item, around)),
    ...placed.flatMap((item) => aboutAbsences(item, around)),
    ...aboutVenues(placed),
    ...aboutVehicles(placed, around.vehicles),
    ...aboutPeople(placed, around),
  ]
  const severity = (warning: Warning) => severities.indexOf(warningSeverities[warning.code])
  const first = (warning: Warning) => rank.get(warning.itemIds[0] ?? '') ?? 0
  return found.toSorted((one, other) => severity(one) - severity(other) || first(one) - first(other))
}

export function isBlocking(warning: Warning): boolean {
  return warningSeverities[warning.code] === 'blocking'
}

function aboutOne(item: Placed, around: Surroundings): Warning[] {
  const itemIds = [item.id]
  const warnings: Warning[] = []
  const start = onTheClock({ instant: item.startsAt, zone: item.timeZone })
  const leg = around.legs.find(({ id }) => id === item.legId)
  // An evening may end after the midnight of the last day; it starts on a day of the leg.
  if (leg && (start.date < leg.startsOn || start.date > leg.endsOn)) warnings.push({ code: 'outside_the_leg', itemIds })
  if (item.skippedStart) warnings.push({ code: 'clock_skipped', itemIds, typed: item.skippedStart, shown: start.time })
  if (isRepeated(start.date, start.time, item.timeZone)) warnings.push({ code: 'clock_repeated', itemIds, shown: start.time })
  const expected = item.attendance === 'expected' ? item.people.length : 0
  const venue = around.venues.find(({ id }) => id === item.venueId)
  const capacity = Math.min(item.capacity ?? Infinity, venue?.capacity ?? Infinity)
  if (expected > capacity) warnings.push({ code: 'over_capacity', itemIds, expected, capacity })
  const interpreters = item.interpreters.length + travellingInterpreters(item, around)
  if (item.interpretersNeeded > interpreters) {
    warnings.push({ code: 'interpreter_missing', itemIds, needed: item.interpretersNeeded, found: interpreters })
  }
  const isAtWork = item.type !== 'travel' && item.type !== 'free'
  const holiday = around.holidays.find(({ country, day }) => country === leg?.country && day === start.date)
  if (holiday && isAtWork) warnings.push({ code: 'holiday', itemIds, name: holiday.name, day: holiday.day, source: holiday.source })
  return warnings
}

/**
 * Whoever is not to be had at that time, and venues that are closed. A journey of the programme is no meeting one misses by being aboard, and the hours it
 * keeps for one-to-one meetings are where those are held.
 */
function aboutAbsences(item: Placed, { unavailable, aboard, meeting }: Surroundings): Warning[] {
  const itemIds = [item.id]
  const warnings: Warning[] = []
  const during = unavailable.filter((absence) => overlap(absence, item))
  if (bindsPeople(item)) {
    const told = new Set<string>()
    const missing = (absent: readonly { readonly memberId: string | null }[]) => {
      const ids = new Set(absent.map(({ memberId }) => memberId))
      const memberIds = item.people.filter((id) => ids.has(id) && !told.has(id))
      for (const id of memberIds) told.add(id)
      return memberIds
    }
    const then = (engaged: readonly Engaged[]) => engaged.filter((period) => overlap(period, item))
    const found = [
      { code: 'person_away', itemIds, memberIds: missing(during) },
      { code: 'person_aboard', itemIds, memberIds: item.type === 'travel' ? [] : missing(then(aboard)) },
      { code: 'person_meets', itemIds, memberIds: holdsMeetings(item) ? [] : missing(then(meeting)) },
    ] as const
    warnings.push(...found.filter(({ memberIds }) => memberIds.length > 0))
  }
  const closed = during.find(({ venueId }) => venueId !== null && venueId === item.venueId)
  if (closed?.venueId) warnings.push({ code: 'venue_closed', itemIds, venueId: closed.venueId })
  return warnings
}

/** The hours a programme keeps for one-to-one meetings take nobody away from them. */
export function holdsMeetings({ type }: Pick<Item, 'type'>): boolean {
  return type === 'b2b_meeting'
}

function travellingInterpreters(item: Placed, { travellers }: Surroundings): number {
  const people = new Set(item.people)
  return travellers.filter(({ id, category }) => category === 'interpreter' && people.has(id)).length
}

function aboutVenues(placed: readonly Placed[]): Warning[] {
  return pairsThatOverlap(placed).flatMap(([one, other]) =>
    one.venueId !== null && one.venueId === other.venueId && !isOneVehicle(one, other)
      ? [{ code: 'venue_taken_twice' as const, itemIds: [one.id, other.id], venueId: one.venueId }]
      : [],
  )
}

/** Journeys in one vehicle that leave from one place: whether they are one run is told of the vehicle. */
function isOneVehicle(one: Item, other: Item): boolean {
  return one.vehicleId !== null && one.vehicleId === other.vehicleId
}

/** Clashes and journeys, person by person; the same pair of items is told once, with everyone it concerns. */
function aboutPeople(placed: readonly Placed[], around: Surroundings): Warning[] {
  const binding = placed.filter(bindsPeople)
  const clashes = pairsThatOverlap(binding).flatMap(([one, other]): Warning[] => {
    const elsewhere = new Set(other.people)
    const memberIds = one.people.filter((id) => elsewhere.has(id))
    return memberIds.length > 0 ? [{ code: 'person_in_two_places', itemIds: [one.id, other.id], memberIds }] : []
  })
  return [...clashes, ...journeys(binding, around)]
}

/** Free time and what one may skip bind nobody to a place. */
export function bindsPeople(item: Pick<Item, 'attendance' | 'type' | 'state'>): boolean {
  return item.attendance === 'expected' && item.type !== 'free' && item.state !== 'cancelled'
}

function journeys(binding: readonly Placed[], { travelTimes }: Surroundings): Warning[] {
  const minutes = new Map(travelTimes.map((travel) => [betweenVenues(travel.oneVenueId, travel.otherVenueId), travel.minutes]))
  const travellersOf = new Map<string, { one: Placed; other: Placed; memberIds: string[] }>()
  for (const [memberId, day] of dayOfEach(binding)) {
    for (const [index, other] of day.entries()) {
      const one = day[index - 1]
      if (!one || overlap(one, other) || one.venueId === null || other.venueId === null || one.venueId === other.venueId) continue
      if (one.type === 'travel' || other.type === 'travel') continue
      const key = `${one.id} ${other.id}`
      const pair = travellersOf.get(key) ?? { one, other, memberIds: [] }
      pair.memberIds.push(memberId)
      travellersOf.set(key, pair)
    }
  }
  return [...travellersOf.values()].flatMap(({ one, other, memberIds }): Warning[] => {
    const freeMinutes = minutesBetween(one.endsAt, other.startsAt)
    const neededMinutes = minutes.get(betweenVenues(one.venueId ?? '', other.venueId ?? ''))
    const about = { itemIds: [one.id, other.id], memberIds, freeMinutes }
    if (neededMinutes === undefined) return freeMinutes < UNKNOWN_TRAVEL_MINUTES ? [{ code: 'travel_unknown', ...about }] : []
    return neededMinutes > freeMinutes ? [{ code: 'travel_too_short', ...about, neededMinutes }] : []
  })
}

function dayOfEach(binding: readonly Placed[]): Map<string, Placed[]> {
  const days = new Map<string, Placed[]>()
  for (const item of binding) {
    for (const memberId of item.people) {
      const day = days.get(memberId)
      if (day) day.push(item)
      else days.set(memberId, [item])
    }
  }
  return days
}

/** Pairs that share a moment, the earlier first. `placed` is in the order of starts, so that each looks only as far as its own end. */
function pairsThatOverlap(placed: readonly Placed[]): (readonly [Placed, Placed])[] {
  return placed.flatMap((one, index) => {
    const pairs: (readonly [Placed, Placed])[] = []
    for (let next = index + 1; next < placed.length; next += 1) {
      const other = placed[next]
      if (!other || other.startsAt >= one.endsAt) break
      pairs.push([one, other])
    }
    return pairs
  })
}

function order(one: Instant | string, other: Instant | string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
