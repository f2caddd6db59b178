import type { Instant } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { AffinityReason } from './affinity.ts'
import type { ShownProfile } from './company-profile.ts'
import type { LinkSlot } from './shown-slots.ts'
import type { Profile } from './participant.ts'
import type { Allowance, Degree, WishState } from './wish.ts'

/** A link is for one participant and lasts a month, until wishes close, or until there was time to say what became of the meetings: whichever is last. */
export const linkDays = 30
/** After the last slot. */
export const outcomeDays = 14

/** A link that does not open any more: nothing but why. */
export type ClosedLink = { readonly state: 'revoked' | 'expired'; readonly language: Locale }

/** Somebody one may ask, with what one said of them. */
export type Choice = Pick<Profile, 'name' | 'city' | 'country' | 'sectors' | 'offers' | 'needs' | 'languages'> & {
  readonly id: string
  readonly isAnswered: boolean
  /** What they agreed to show besides. */
  readonly shown: ShownProfile
  /** What brings the two together. */
  readonly reasons: readonly AffinityReason[]
  readonly degree: Degree | null
  readonly state: WishState | null
  readonly motive: string
  readonly reason: string | null
}

/** Somebody who asks. */
export type ShownRequest = Pick<Profile, 'name' | 'city' | 'country' | 'sectors' | 'offers' | 'needs'> & {
  readonly id: string
  readonly state: WishState
  readonly motive: string
  readonly reason: string | null
  readonly expiresAt: Instant
}

/** All that the holder of a link sees: of others, what they wrote to be read, and nothing of how to reach them. */
export type OpenedLink = {
  readonly state: 'open'
  readonly language: Locale
  readonly expiresAt: Instant
  readonly organisation: string
  readonly event: {
    readonly id: string
    readonly title: Localized
    readonly timeZone: TimeZone
    readonly opensAt: Instant
    readonly closesAt: Instant
  }
  readonly participant: Pick<Profile, 'name' | 'sectors' | 'offers' | 'needs' | 'languages'> & { readonly id: string }
  readonly quotas: Omit<Allowance, 'participantId'>
  readonly slots: readonly LinkSlot[]
  readonly representatives: readonly {
    readonly id: string
    readonly givenName: string
    readonly familyName: string
    readonly away: readonly string[]
  }[]
  readonly requests: readonly ShownRequest[]
  readonly choices: readonly Omit<Choice, 'shown' | 'reasons'>[]
}
