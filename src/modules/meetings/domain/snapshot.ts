import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Blocked } from './blocked.ts'
import type { ResourceKind } from './event.ts'
import type { Pair } from './pairs.ts'

/** A meeting with its place, its time and those who are at it: representatives, interpreters, escorts, vehicles, by their ids. */
export type PlannedMeeting = {
  readonly one: string
  readonly other: string
  readonly slotId: string
  readonly spotId: string
  readonly people: readonly string[]
}

/** Somebody, or something, a meeting may need. */
export type Attendee = {
  readonly id: string
  /** Slots at which they are not there, whatever the reason. */
  readonly away: readonly string[]
  /** Those of them that the programme of the mission takes, with what takes them; absent when there is none. */
  readonly blocked?: readonly Blocked[]
}

/**
 * All that a plan depends on, and nothing else: no name, no motive. Frozen as canonical JSON when a run is asked for. People come in the order of
 * names and slots in the order of time, so that ids play no part in the plan.
 */
export type Snapshot = {
  readonly slotMinutes: number
  readonly pauseMinutes: number
  readonly nearMinutes: number
  readonly farMinutes: number
  readonly slots: readonly {
    readonly id: string
    readonly date: LocalDate
    readonly stretch: number
    readonly startsAt: Instant
    readonly endsAt: Instant
  }[]
  readonly participants: readonly {
    readonly id: string
    readonly target: number
    readonly quota: number
    readonly languages: readonly string[]
    readonly people: readonly Attendee[]
  }[]
  readonly resources: readonly (Attendee & { readonly kind: ResourceKind; readonly languages: readonly string[] })[]
  readonly spots: readonly {
    readonly id: string
    readonly participantId: string | null
    readonly district: string
    /** Slots at which nobody can meet there; absent when there is none. */
    readonly away?: readonly string[]
  }[]
  readonly pairs: readonly Pair[]
  /** The plan in force when planning again; only its locked meetings when planning afresh. */
  readonly current: readonly (PlannedMeeting & { readonly isLocked: boolean })[]
  readonly movesAllowed: number | null
}

/** What stands in the way of a wish, in the ids of the snapshot. */
export type NamedObstacle =
  | { readonly kind: 'quota'; readonly participantId: string }
  | { readonly kind: 'busy' | 'travel'; readonly whoId: string; readonly meeting: PairKey | null }
  /** `itemIds` are the items of the programme that keep them away, when it is the programme. */
  | { readonly kind: 'away'; readonly whoId: string; readonly meeting: null; readonly itemIds?: readonly string[] }
  | { readonly kind: 'role_taken' | 'role_away'; readonly role: RoleName }
  | { readonly kind: 'pool_full' | 'pool_closed' }
  | { readonly kind: 'order'; readonly meeting: PairKey }

export type RoleName = 'one' | 'other' | ResourceKind
export type PairKey = { readonly one: string; readonly other: string }

/** Before any planning: what makes a pair impossible whatever the plan. */
export type Impossible = 'nobody_comes' | 'no_spot_at_all' | 'no_interpreter_speaks' | 'no_escort' | 'no_vehicle'

/** Why two who wish to meet do not, and the cheapest change that would place them. */
export type NamedReason = PairKey & {
  readonly cause:
    | Impossible
    | 'no_start'
    | 'no_common_slot'
    | 'nobody_for_role'
    | 'no_spot'
    | 'quota'
    | 'spots_full'
    | 'role_taken'
    | 'order'
    | 'full'
    | 'displaced'
    | 'costs_more'
  /** Items of the programme without which the two could meet at some slot; absent when the cause is not the programme. */
  readonly itemIds?: readonly string[]
  readonly change: { readonly slotId: string; readonly lift: readonly NamedObstacle[] } | null
  /** What holding it would have cost: the meetings given up, and the first level that would suffer. */
  readonly trade: { readonly slotId: string; readonly givenUp: readonly PairKey[]; readonly level: LevelName | null } | null
}

export type LevelName = 'moves' | 'musts' | 'targets' | 'wishes' | 'breaks' | 'idle' | 'places' | 'spread'

/** One line of what a plan is judged by; `depth` tells how many meetings short, for targets. */
export type LevelLine = { readonly level: LevelName; readonly depth: number; readonly best: number; readonly bound: number }

/** What a run found. */
export type RunResult = {
  readonly levels: readonly LevelLine[]
  readonly isOptimal: boolean
  readonly rounds: number
  readonly meetings: readonly PlannedMeeting[]
  readonly unheld: readonly NamedReason[]
}
