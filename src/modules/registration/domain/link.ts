import type { Id } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { MissionLetter } from './application.ts'

export type LinkId = Id<'registrationLink'>

/** For one named person, once; or for a relay who registers several. Twin of a CHECK of 0040_registration.sql. */
export const linkKinds = ['personal', 'focal_point'] as const
export type LinkKind = (typeof linkKinds)[number]

/** Where a link stands. `used`: as many people as it has places were registered by it. */
export type LinkStanding = 'open' | 'used' | 'expired' | 'revoked'

/** The most people one relay registers by one link. */
export const mostPlaces = 500

export type LinkDraft = {
  readonly kind: LinkKind
  readonly givenName: string | null
  readonly familyName: string | null
  /** The organisation that a relay registers people for, or that the person represents. */
  readonly represents: string | null
  /** Where the link is sent; null when whoever makes it passes it on. */
  readonly email: string | null
  readonly language: Locale
  readonly places: number
}

export type Link = LinkDraft & {
  readonly id: LinkId
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly standing: LinkStanding
  readonly used: number
}

/** A link as whoever holds it sees it. */
export type OpenedLink = Omit<LinkDraft, 'email'> &
  MissionLetter & { readonly id: LinkId; readonly state: LinkStanding; readonly used: number; readonly expiresAt: Instant }

export function linkPath(token: string): string {
  return `/inscription/${token}`
}

/** What a link is called in a list: the person, or the relay's organisation. */
export function linkName({ kind, givenName, familyName, represents }: Omit<LinkDraft, 'email' | 'places' | 'language'>): string {
  return kind === 'personal' ? `${givenName ?? ''} ${familyName ?? ''}`.trim() : (represents ?? '')
}
