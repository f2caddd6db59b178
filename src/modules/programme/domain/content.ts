import { createHash } from 'node:crypto'
import { canonicalJson } from '#platform/pure/canonical-json.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { Leg } from '#modules/missions/index.ts'
import { type Sectors, type Traveller, peopleOf } from './audience.ts'
import type { Attendance, Audience, Item, ItemState, ItemType } from './item.ts'
import type { Track, Venue } from './place.ts'
import type { Vehicle } from './vehicle.ts'

export type FrozenVenue = Omit<Venue, 'legId' | 'organisationId' | 'version' | 'capacity'>

/** An item as a release says it: everything one needs on the spot is inside, nothing is looked up later. */
export type FrozenItem = {
  readonly id: string
  readonly type: ItemType
  readonly state: ItemState
  readonly attendance: Attendance
  readonly audience: Audience
  readonly organisationIds: readonly string[]
  readonly memberIds: readonly string[]
  readonly themeId: string | null
  readonly title: Localized
  readonly legId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly timeZone: TimeZone
  readonly venue: FrozenVenue | null
  readonly trackId: string | null
  /** Absent when none is named. */
  readonly vehicle?: { readonly id: string; readonly name: string }
  readonly organiser: { readonly id: string; readonly name: string }
  readonly capacity: number | null
  readonly speakers: readonly string[]
  /** Absent when nobody is named, as in every release made before it could be said. */
  readonly across?: readonly string[]
  readonly languages: readonly string[]
  readonly interpretersNeeded: number
  readonly interpreters: readonly string[]
  readonly dressCode: Localized
  readonly briefing: Localized
  readonly planB: Localized
  /** The members it is for, sorted by id: what an audience meant on the day of the release. */
  readonly people: readonly string[]
}

export type FrozenLeg = {
  readonly id: string
  readonly cityName: Localized
  readonly country: string
  readonly timeZone: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
}

/** What a release is: one value, the same bytes on any machine. */
export type ProgrammeContent = {
  readonly legs: readonly FrozenLeg[]
  readonly tracks: readonly Track[]
  /** In the order of starts, then of ids. */
  readonly items: readonly FrozenItem[]
}

export const emptyProgramme: ProgrammeContent = { legs: [], tracks: [], items: [] }

export type Draft = {
  readonly items: readonly Item[]
  readonly venues: readonly Venue[]
  readonly tracks: readonly Track[]
  readonly vehicles: readonly Pick<Vehicle, 'id' | 'name'>[]
  readonly legs: readonly Leg[]
  readonly travellers: readonly Traveller[]
  readonly sectors: Sectors
}

/** The draft as it would be released now. */
export function contentOf(draft: Draft): ProgrammeContent {
  const venues = new Map(draft.venues.map((venue) => [venue.id, venue]))
  const vehicles = new Map(draft.vehicles.map(({ id, name }) => [id, { id, name }]))
  return {
    legs: draft.legs.map(({ id, cityName, country, timeZone, startsOn, endsOn }) => ({
      id,
      cityName,
      country,
      timeZone,
      startsOn,
      endsOn,
    })),
    tracks: draft.tracks,
    items: inOrder(
      draft.items.map(({ organiserId, organiserName, venueId, vehicleId, skippedStart: _typed, version: _version, across, ...item }) => ({
        ...item,
        ...(across.length > 0 && { across }),
        ...vehicleOf(vehicles.get(vehicleId ?? '')),
        organisationIds: item.organisationIds.toSorted(),
        memberIds: item.memberIds.toSorted(),
        organiser: { id: organiserId, name: organiserName },
        venue: frozenVenue(venues.get(venueId ?? '')),
        people: peopleOf(item, draft.travellers, draft.sectors).toSorted(),
      })),
    ),
  }
}

function vehicleOf(vehicle: FrozenItem['vehicle']): Pick<FrozenItem, 'vehicle'> {
  return vehicle ? { vehicle } : {}
}

function frozenVenue(venue: Venue | undefined): FrozenVenue | null {
  if (!venue) return null
  const { id, name, addressLocal, addressLatin, latitude, longitude } = venue
  return { id, name, addressLocal, addressLatin, latitude, longitude }
}

export function inOrder(items: readonly FrozenItem[]): FrozenItem[] {
  return items.toSorted((one, other) => {
    if (one.startsAt !== other.startsAt) return one.startsAt < other.startsAt ? -1 : 1
    return one.id < other.id ? -1 : 1
  })
}

/** Canonical JSON (RFC 8785) and its SHA-256. The database computes the digest again, and refuses a text that has another. */
export function freeze(content: ProgrammeContent): { readonly text: string; readonly digest: Buffer } {
  const text = canonicalJson(content)
  return { text, digest: createHash('sha256').update(text).digest() }
}

export function thaw(text: string): ProgrammeContent {
  return JSON.parse(text) as ProgrammeContent
}

/** The programme of some of the members: the items that are for one of them at least. */
export function programmeFor(content: ProgrammeContent, memberIds: readonly string[]): ProgrammeContent {
  const wanted = new Set(memberIds)
  return { ...content, items: content.items.filter(({ people }) => people.some((id) => wanted.has(id))) }
}
