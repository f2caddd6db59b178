import type { OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { TitleId } from './title.ts'

export type GuestId = Id<'visitGuest'>

/** Its twin is a CHECK of 0047_precedence.sql; a test compares them. */
export const guestSides = ['host', 'visitor'] as const
export type GuestSide = (typeof guestSides)[number]

/** Where a rank stands on a day. `decreeRank` is null where only custom ranks. */
export type RankPlace = {
  readonly code: string
  readonly name: Localized
  /** Orders the ranks, and says nothing else. */
  readonly place: number
  readonly decreeRank: number | null
  readonly source: Localized
}

export type GuestDraft = {
  readonly side: GuestSide
  readonly name: string
  readonly title: string
  readonly rankCode: string
  /** First election or appointment to what gives the rank; null when nobody said. */
  readonly sinceOn: LocalDate | null
  /** The authority that invites; one at most, a host. */
  readonly invites: boolean
  /** Whom this guest interprets for: somebody on the same list. */
  readonly interpretsFor: GuestId | null
  /** The foreign title the rank comes from. */
  readonly equivalenceId: TitleId | null
}

export type Guest = GuestDraft & { readonly id: GuestId; readonly organisationId: OrganisationId }

type Standing = Pick<Guest, 'id' | 'name' | 'rankCode' | 'sinceOn' | 'invites'>

const collator = new Intl.Collator('fr')

/**
 * Guests by the order of precedence. The authority that invites comes second, after the representative of the State, unless its rank is higher (decree
 * no. 89-655, art. 9: a ceremony the Government did not order). Within a rank, the earlier first election or appointment, as between deputies; then, by custom, the
 * alphabet. A date nobody gave comes after those given. Age, which the State's practice uses, is not asked of anybody.
 */
export function inOrderOfPrecedence<G extends Standing>(guests: readonly G[], ranks: readonly RankPlace[]): G[] {
  const places = new Map(ranks.map(({ code, place }) => [code, place]))
  const stateAt = ranks.find(({ decreeRank }) => decreeRank === 1)?.place ?? 0
  const placeOf = ({ rankCode, invites }: G) => {
    const place = places.get(rankCode) ?? Number.MAX_SAFE_INTEGER
    return invites ? Math.min(place, stateAt + 0.5) : place
  }
  return guests.toSorted(
    (a, b) => placeOf(a) - placeOf(b) || bySeniority(a.sinceOn, b.sinceOn) || collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1),
  )
}

function bySeniority(a: LocalDate | null, b: LocalDate | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}

/** That somebody was on the list of guests of a visit or an event. */
export type GuestSeen = {
  readonly id: GuestId
  readonly missionId: MissionId
  readonly missionTitle: Localized
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  readonly side: GuestSide
  readonly title: string
}
