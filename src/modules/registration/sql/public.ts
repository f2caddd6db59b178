import { sql } from 'kysely'
import type { Databases, Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { ApplicationId, ApplicationState, OwnApplication, Words } from '../domain/application.ts'
import type { OpenedLink } from '../domain/link.ts'

/** Applicants have no account: each statement here is led by the digest of a secret, and passes through no actor. */
type Door = Tx | Databases['web']

export async function openLink(web: Door, digest: Buffer, now: Instant): Promise<OpenedLink | null> {
  const { rows } = await sql<OpenedLink>`select * from registration.opened_link(${digest}, ${now})`.execute(web)
  return rows[0] ?? null
}

/** Someone a relay has registered. */
export type RegisteredByRelay = Pick<OwnApplication, 'givenName' | 'familyName' | 'state' | 'changedAt'>

export async function listRegisteredBy(web: Door, digest: Buffer): Promise<RegisteredByRelay[]> {
  const { rows } = await sql<RegisteredByRelay>`select * from registration.registered_by(${digest})`.execute(web)
  return rows
}

export type Opening = {
  readonly linkDigest: Buffer
  readonly requestDigest: Buffer
  readonly id: ApplicationId
  readonly secretDigest: Buffer
  readonly words: Words
}

/** `id` is that of the application opened, now or by the first arrival of the same form. */
export async function openApplication(
  web: Door,
  { linkDigest, requestDigest, id, secretDigest, words }: Opening,
  now: Instant,
): Promise<{ readonly id: ApplicationId; readonly outcome: 'opened' | 'repeated' | 'link_over' | 'too_many' }> {
  const { rows } = await sql<{ id: ApplicationId; outcome: 'opened' | 'repeated' | 'link_over' | 'too_many' }>`
    select * from registration.open_application(${linkDigest}, ${requestDigest}, ${id}, ${secretDigest}, ${JSON.stringify(words)}::jsonb, ${now})`.execute(
    web,
  )
  return rows[0] ?? { id, outcome: 'link_over' }
}

export async function readOwnApplication(web: Door, digest: Buffer): Promise<OwnApplication | null> {
  const { rows } = await sql<OwnApplication>`select * from registration.own_application(${digest})`.execute(web)
  return rows[0] ?? null
}

/** The state it is in afterwards. */
export async function changeApplication(
  web: Door,
  change: { readonly secretDigest: Buffer; readonly words: Words; readonly isSent: boolean; readonly verifyDigest: Buffer },
  now: Instant,
): Promise<ApplicationState | 'closed' | 'too_many'> {
  const { secretDigest, words, isSent, verifyDigest } = change
  const { rows } = await sql<{ outcome: ApplicationState | 'closed' | 'too_many' }>`
    select registration.change_application(${secretDigest}, ${JSON.stringify(words)}::jsonb, ${isSent}, ${verifyDigest}, ${now}) as outcome`.execute(
    web,
  )
  return rows[0]?.outcome ?? 'closed'
}

/** Where the letter of the address goes again; null when it is too soon, or there is nothing to verify. */
export async function renewVerification(
  web: Door,
  secretDigest: Buffer,
  verifyDigest: Buffer,
  now: Instant,
): Promise<{ readonly email: string; readonly language: Locale } | null> {
  const { rows } = await sql<{ email: string; language: Locale }>`
    select * from registration.renew_verification(${secretDigest}, ${verifyDigest}, ${now})`.execute(web)
  return rows[0] ?? null
}

export async function verifyAddress(
  web: Door,
  digest: Buffer,
  now: Instant,
): Promise<{ readonly id: ApplicationId; readonly secretTurn: number } | null> {
  const { rows } = await sql<{
    id: ApplicationId
    secretTurn: number
  }>`select * from registration.verify_address(${digest}, ${now})`.execute(web)
  return rows[0] ?? null
}

export async function withdrawOwn(web: Door, digest: Buffer, now: Instant): Promise<boolean> {
  const { rows } = await sql<{ isWithdrawn: boolean }>`select registration.withdraw_own(${digest}, ${now}) as is_withdrawn`.execute(web)
  return rows[0]?.isWithdrawn === true
}
