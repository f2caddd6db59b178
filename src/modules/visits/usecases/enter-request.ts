import { allow } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { RequestFacts, RequestId } from '../domain/request.ts'
import { mayTriage } from '../domain/rights.ts'
import * as sql from '../sql/requests.ts'

export type EnteredRequest = RequestFacts & {
  /** The message it comes from; empty when it came by voice or on paper. */
  readonly original: string
  /** When it came, if not now. */
  readonly receivedAt?: Instant
}

/** Enters a request that did not come through the form: a letter, a call, a forwarded message. */
export async function enterRequest(ctx: Ctx, { receivedAt = ctx.now, ...request }: EnteredRequest): Promise<Outcome<RequestId, never>> {
  allow(mayTriage(ctx.actor))
  await ctx.journal.event('visit.request_entered')
  return ok(await sql.addRequest(ctx.tx, { ...request, receivedAt, source: request.original === '' ? 'manual' : 'mail' }))
}
