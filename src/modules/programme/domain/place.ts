import type { OrganisationId } from '#platform/actor.ts'
import type { Localized } from '#platform/pure/localized.ts'

/** How one goes from a venue to another; its twin is a CHECK of 0030_programme.sql. */
export const travelModes = ['walk', 'coach', 'car', 'transit', 'boat', 'train', 'flight'] as const
export type TravelMode = (typeof travelModes)[number]

/** A place of a leg. The local address is the one to show a driver; the Latin one is for those who cannot read it. */
export type VenueDraft = {
  readonly legId: string
  readonly name: Localized
  readonly addressLocal: string
  readonly addressLatin: string
  readonly latitude: number | null
  readonly longitude: number | null
  /** How many persons it holds. */
  readonly capacity: number | null
}

export type Venue = VenueDraft & { readonly id: string; readonly organisationId: OrganisationId; readonly version: number }

/** Between two venues, the same in both directions. */
export type TravelTime = {
  readonly oneVenueId: string
  readonly otherVenueId: string
  readonly minutes: number
  readonly mode: TravelMode
}

/** Tracks run side by side: one column each, in this order. */
export type Track = { readonly id: string; readonly name: Localized }

/** The key under which the travel between two venues is found, whichever comes first. */
export function betweenVenues(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
