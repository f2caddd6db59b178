import type { Instant } from '#platform/pure/instant.ts'
import type { MemberId } from '#modules/delegations/index.ts'

/** Twin of a CHECK of 0052_attendance.sql. */
export const checkInWays = ['scan', 'list'] as const
export type CheckInWay = (typeof checkInWays)[number]

export type Attendance = { readonly memberId: MemberId; readonly way: CheckInWay; readonly notedAt: Instant; readonly notedName: string }

export type AttendanceProblem = { readonly code: 'badge_unknown' | 'item_cancelled' | 'not_noted' }

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Sixteen letters and figures that say nothing (80 bits). @param bytes 16 random bytes */
export function badgeCode(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => letters[byte & 31]).join('')
}

/** As a scanner or a hand types it: spaces, hyphens and small letters aside. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z2-7]/g, '')
}

/** What was noted without a network keeps its own moment, never one that has not come. */
export function momentNoted(given: Instant | null, now: Instant): Instant {
  return given !== null && given < now ? given : now
}
