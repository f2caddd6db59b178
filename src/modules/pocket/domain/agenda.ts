import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { FrozenItem } from '#modules/programme/index.ts'
import type { PocketDocument } from './document.ts'
import type { Presence } from './entry.ts'
import type { PocketTask } from './task.ts'

/** What the latest release says of a moment to one person it is for: nothing of whom else it is for. */
export type Moment = Omit<
  FrozenItem,
  'people' | 'audience' | 'organisationIds' | 'memberIds' | 'themeId' | 'trackId' | 'capacity' | 'interpretersNeeded' | 'interpreters'
>

/** A moment in an agenda, and the release that last changed it for its owner: by saying something else of it, or by inviting them. */
export type AgendaMoment = Moment & { readonly sequence: number; readonly changedAt: Instant }

export type ReceiptState = 'handed_in' | 'entered' | 'declined'

/** All that a pocket holds, of one member. */
export type Pocket = {
  readonly memberId: string
  readonly givenName: string
  readonly familyName: string
  /** Who sends them. */
  readonly organisationName: string
  readonly missionId: string
  readonly title: Localized
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  /** The language of who sends them. */
  readonly locale: Locale
  /** Who leads the mission. */
  readonly organiserName: string
  readonly release: { readonly number: number; readonly name: Localized; readonly releasedAt: Instant } | null
  readonly calendarSince: Instant | null
  readonly invitations: boolean
  readonly items: readonly AgendaMoment[]
  readonly meetings: readonly PocketMeeting[]
  readonly contacts: readonly Contact[]
  readonly documents: readonly PocketDocument[]
  readonly tasks: readonly PocketTask[]
  readonly attendance: Readonly<Record<string, Presence>>
  readonly notes: readonly PocketNote[]
  readonly receipts: readonly HandedReceipt[]
  /** What each release changed for them, the latest first; the first changes nothing. */
  readonly changelog: readonly ReleaseNews<{ readonly before: Moment | null; readonly after: Moment | null }>[]
}

export type ReleaseNews<Told> = {
  readonly number: number
  readonly name: Localized
  readonly releasedAt: Instant
  readonly changes: readonly Told[]
}

/** A one-to-one meeting of theirs, in the plan in force. */
export type PocketMeeting = Pick<Moment, 'startsAt' | 'endsAt' | 'timeZone'> & {
  readonly id: string
  /** Whom they meet; both, for who interprets or goes along. */
  readonly met: readonly string[]
  readonly city: Localized
  readonly spot: string
  readonly address: string
}

/** The same in their calendar: it keeps its `id` however often it is planned anew, and stays there called off. `sequence` counts its changes of slot or spot. */
export type Appointment = PocketMeeting & Pick<AgendaMoment, 'sequence' | 'changedAt'> & { readonly state: 'confirmed' | 'cancelled' }

/** Someone members may call. */
export type Contact = {
  readonly id: string
  readonly name: string
  readonly duty: string
  /** E.164. */
  readonly phone: string
  readonly organisationName: string
}

/** `itemId` null: about the journey as a whole. */
export type PocketNote = { readonly itemId: string | null; readonly body: string; readonly version: number }

export type HandedReceipt = {
  readonly id: string
  readonly label: string
  readonly takenAt: Instant
  readonly state: ReceiptState
  readonly reason: string | null
}

/** Where to be now, and where to be next: all that starts at the earliest moment to come. */
export function nowAndNext<Item extends Pick<Moment, 'startsAt' | 'endsAt' | 'state'>>(items: readonly Item[], now: Instant) {
  const held = items.filter(({ state }) => state !== 'cancelled').toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
  const coming = held.filter(({ startsAt }) => startsAt > now)
  return {
    now: held.filter(({ startsAt, endsAt }) => startsAt <= now && endsAt > now),
    next: coming.filter(({ startsAt }) => startsAt === coming[0]?.startsAt),
  }
}

/** The places of an agenda, each once, in the order one gets there. */
export function venuesOf(items: readonly Pick<Moment, 'venue' | 'state'>[]): NonNullable<Moment['venue']>[] {
  const venues = new Map<string, NonNullable<Moment['venue']>>()
  for (const { venue, state } of items) if (venue && state !== 'cancelled' && !venues.has(venue.id)) venues.set(venue.id, venue)
  return [...venues.values()]
}
