import type { Instant } from '#platform/pure/instant.ts'
import type { PlannedMeeting } from './snapshot.ts'

export const runStates = ['queued', 'running', 'done', 'cancelled', 'failed'] as const
export type RunState = (typeof runStates)[number]

/** A plan asked of the engine, on a snapshot that is never changed. */
export type Run = {
  readonly id: string
  readonly number: number
  readonly state: RunState
  readonly seed: number
  readonly rounds: number
  /** At most this many meetings of the plan in force may move; null when planning afresh. */
  readonly movesAllowed: number | null
  /** SHA-256 of the snapshot, in hexadecimal. */
  readonly digest: string
  /** Pairs that wish to meet, and how many the plan holds. */
  readonly wished: number
  readonly held: number | null
  readonly isOptimal: boolean | null
  readonly askedAt: Instant
  readonly finishedAt: Instant | null
  readonly appliedAt: Instant | null
  /** While it runs: rounds done, and the integers of the best plan and of the bound. */
  readonly roundsDone: number
  readonly best: readonly number[] | null
  readonly bound: readonly number[] | null
}

/** A meeting of the plan in force, with the ids of all who are at it. */
export type HeldMeeting = {
  readonly id: string
  readonly oneId: string
  readonly otherId: string
  readonly slotId: string
  readonly spotId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly isLocked: boolean
  readonly version: number
  readonly people: readonly string[]
}

/** A meeting in force as a plan would have it. */
export function plannedOf({ oneId, otherId, slotId, spotId, people }: HeldMeeting): PlannedMeeting {
  return { one: oneId, other: otherId, slotId, spotId, people }
}
