import type { Instant } from '#platform/pure/instant.ts'
import type { MemberId } from '#modules/delegations/index.ts'

/** What opens a pass; its twin is a CHECK of 0056_pocket.sql. */
export const secretKinds = ['link', 'device', 'calendar'] as const
export type SecretKind = (typeof secretKinds)[number]

/** Where the pocket of a member stands, for who sends them. */
export type PassLine = {
  readonly memberId: MemberId
  readonly name: string
  /** Without one no link can be sent. */
  readonly email: string | null
  readonly linkSentAt: Instant | null
  readonly linkIsOpen: boolean
  readonly deviceCount: number
  readonly seenAt: Instant | null
  readonly calendarSince: Instant | null
  readonly invitations: boolean
  readonly revokedAt: Instant | null
}

export const pocketPath = '/poche'

/** The page that a personal link opens. Opening it changes nothing: mail scanners follow links. */
export function linkPath(token: string): string {
  return `${pocketPath}/ouvrir/${token}`
}

/** A secret as this module gives it: 256 random bits. */
export function isSecret(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text)
}
