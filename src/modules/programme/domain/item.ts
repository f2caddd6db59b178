import type { OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalTime } from '#platform/pure/local-time.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'

export type ItemId = Id<'programmeItem'>

/** Each list here has its twin in a CHECK of 0030_programme.sql; a test compares them. */
export const itemTypes = [
  'official_meeting',
  'signing',
  'b2b_meeting',
  'round_table',
  'conference',
  'workshop',
  'site_visit',
  'promo_evening',
  'breakfast',
  'public_event',
  'press',
  'travel',
  'free',
] as const
export type ItemType = (typeof itemTypes)[number]

/** Until an item is confirmed, it is released with the words "may still change". */
export const itemStates = ['tentative', 'confirmed', 'cancelled'] as const
export type ItemState = (typeof itemStates)[number]

/** Those who are expected are there and nowhere else; to an optional item one comes if one wishes. */
export const attendances = ['expected', 'optional'] as const
export type Attendance = (typeof attendances)[number]

export const audiences = ['everyone', 'sub_delegations', 'members', 'sector'] as const
export type Audience = (typeof audiences)[number]

/** What someone writes of an item, times already placed on a clock. */
export type ItemDraft = {
  readonly organiserId: OrganisationId
  readonly legId: string
  readonly venueId: string | null
  readonly trackId: string | null
  /** What a journey is made in; nothing else has a vehicle. */
  readonly vehicleId: string | null
  readonly type: ItemType
  readonly state: ItemState
  readonly attendance: Attendance
  readonly audience: Audience
  /** The sector, a theme of the mission, when the audience is one. */
  readonly themeId: string | null
  readonly organisationIds: readonly string[]
  readonly memberIds: readonly string[]
  readonly title: Localized
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly timeZone: TimeZone
  /** The time that was typed, when clocks jump over it that night: the item then starts as much later. */
  readonly skippedStart: LocalTime | null
  readonly capacity: number | null
  readonly speakers: readonly string[]
  /** Whom one meets there, each with their title. */
  readonly across: readonly string[]
  /** BCP 47 tags of the languages spoken there. */
  readonly languages: readonly string[]
  readonly interpretersNeeded: number
  readonly interpreters: readonly string[]
  readonly dressCode: Localized
  readonly briefing: Localized
  readonly planB: Localized
}

export type Item = ItemDraft & {
  readonly id: ItemId
  readonly organiserName: string
  readonly version: number
}
