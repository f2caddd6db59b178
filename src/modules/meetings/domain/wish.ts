import type { Instant } from '#platform/pure/instant.ts'

export const degrees = ['must', 'like', 'no'] as const
export type Degree = (typeof degrees)[number]
export const wishStates = ['noted', 'open', 'accepted', 'declined', 'expired', 'withdrawn'] as const
export type WishState = (typeof wishStates)[number]

/** What one participant would like of another. `noted` expects no answer; `open` waits for one until `expiresAt`. */
export type Wish = {
  readonly id: string
  readonly participantId: string
  readonly aboutId: string
  readonly degree: Degree
  readonly state: WishState
  readonly motive: string
  readonly askedAt: Instant
  readonly expiresAt: Instant | null
  readonly answeredAt: Instant | null
  readonly reason: string | null
}

/** What is left of what a participant may ask and accept. */
export type Allowance = {
  readonly participantId: string
  readonly requestQuota: number
  readonly meetingQuota: number
  readonly requested: number
  readonly accepted: number
}
