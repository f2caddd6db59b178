import type { AccountId } from '#platform/actor.ts'
import type { Services } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { freshToken, tokenDigest } from '#modules/identity/index.ts'
import { isSecret } from '../domain/pass.ts'
import * as sql from '../sql/holder.ts'

export type OpeningProblem = { readonly code: 'link_over' | 'journey_unknown' }

/** Whose pocket a personal link opens, or null. Reading it changes nothing: mail scanners follow links. */
export async function readLink({ db, now }: Services, token: string): Promise<sql.LinkLetter | null> {
  return isSecret(token) ? sql.readLinkLetter(db, tokenDigest(token), now()) : null
}

/** Opens the pocket on this device by the personal link; the secret is the device's alone. @refuses link_over */
export async function openByLink({ db, now }: Services, token: string): Promise<Outcome<{ readonly secret: string }, OpeningProblem>> {
  const secret = freshToken('')
  const isOpen = isSecret(token) && (await sql.openByLink(db, tokenDigest(token), secret.digest, now()))
  return isOpen ? ok({ secret: secret.token }) : refused({ code: 'link_over' })
}

/** The same for someone signed in, for a journey of theirs: one that is sent to the mailbox of their account. @refuses journey_unknown */
export async function openByAccount(
  { db, now }: Services,
  accountId: AccountId,
  memberId: string,
): Promise<Outcome<{ readonly secret: string }, OpeningProblem>> {
  const secret = freshToken('')
  const isOpen = await sql.openByAccount(db, accountId, memberId, secret.digest, now())
  return isOpen ? ok({ secret: secret.token }) : refused({ code: 'journey_unknown' })
}

/** Ends the device, at once and for good. */
export async function closePocket({ db, now }: Services, secret: string): Promise<void> {
  if (isSecret(secret)) await sql.closePocket(db, tokenDigest(secret), now())
}
