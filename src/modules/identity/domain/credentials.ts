import type { Instant } from '#platform/pure/instant.ts'

/** How a session was opened. */
export const sessionDoors = ['password', 'code', 'secondFactor', 'passkey', 'oidc', 'demo', 'invitation', 'firstRun'] as const
export type SessionDoor = (typeof sessionDoors)[number]

export type OwnSession = {
  readonly id: string
  readonly openedAt: Instant
  readonly expiresAt: Instant
  readonly openedBy: SessionDoor | null
  readonly userAgent: string
  readonly network: string
  readonly isThisOne: boolean
}

export type OwnPasskey = { readonly id: string; readonly name: string | null; readonly addedAt: Instant }

/** What an account can sign in with, and where it is signed in. */
export type Credentials = {
  readonly hasPassword: boolean
  readonly hasSecondFactor: boolean
  readonly sessionAgeMinutes: number
  readonly passkeys: readonly OwnPasskey[]
  readonly sessions: readonly OwnSession[]
}

/** "Firefox, Windows" from a User-Agent header (RFC 9110 10.1.5): enough to recognise one's own devices. Null when it says nothing we know. */
export function deviceName(userAgent: string): string | null {
  const browser = firstMatch(userAgent, [
    ['Edg/', 'Edge'],
    ['OPR/', 'Opera'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ])
  const system = firstMatch(userAgent, [
    ['Windows', 'Windows'],
    ['Android', 'Android'],
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Mac OS X', 'macOS'],
    ['Linux', 'Linux'],
  ])
  return [browser, system].filter(Boolean).join(', ') || null
}

function firstMatch(text: string, marks: ReadonlyArray<readonly [string, string]>): string | undefined {
  return marks.find(([mark]) => text.includes(mark))?.[1]
}
