import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { atLocalTime, compareInstants, type Instant } from '#platform/pure/instant.ts'
import { addDays, asLocalDate, type LocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { asTimeZone, type TimeZone } from '#platform/pure/time-zone.ts'
import { type Ok, type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { ApiKeyId, KeyRole } from '../domain/membership.ts'
import { mayManageKeys } from '../domain/rights.ts'
import { freshToken, tokenHint } from '../domain/token.ts'
import * as sql from '../sql/api-keys.ts'

export type KeyDraft = { readonly name: string; readonly roles: readonly KeyRole[]; readonly expiresAt: Instant | null }

/** Makes a key for programs that act for the organisation. The token is in the answer and nowhere else. @refuses expires_in_the_past */
export async function createApiKey(
  ctx: Ctx,
  draft: KeyDraft,
): Promise<Outcome<{ readonly token: string }, { readonly code: 'expires_in_the_past' }>> {
  allow(mayManageKeys(ctx.actor))
  if (draft.expiresAt && compareInstants(draft.expiresAt, ctx.now) <= 0) return refused({ code: 'expires_in_the_past' })
  const { token, digest } = freshToken('esc_')
  await ctx.journal.event('api_key.created')
  await sql.addApiKey(ctx.tx, { ...draft, tokenDigest: digest, tokenHint: tokenHint(token) })
  return ok({ token })
}

/** The key stops at the next call. @throws NotFound when it is not a live key of the acting organisation. */
export async function revokeApiKey(ctx: Ctx, id: ApiKeyId): Promise<Ok<null>> {
  allow(mayManageKeys(ctx.actor))
  await ctx.journal.event('api_key.revoked')
  found((await sql.revokeApiKey(ctx.tx, id, ctx.now)) || null)
  return ok(null)
}

/** The first moment of the next day in a zone: a key that expires on a date is good for all of that date. */
export function endOfDay(date: string, timeZone: string): Instant {
  return startOfDay(addDays(asLocalDate(date), 1), asTimeZone(timeZone))
}

function startOfDay(date: LocalDate, zone: TimeZone): Instant {
  const midnight = atLocalTime(date, asLocalTime('00:00'), zone, 'first')
  if (midnight.ok) return midnight.value.instant
  return midnight.problem.code === 'time_skipped' ? midnight.problem.suggested.instant : midnight.problem.first.instant
}
