import { createHash } from 'node:crypto'
import type { Services } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { PublicDesk } from '../domain/desk.ts'
import '../domain/events.ts'
import type { RequestFacts } from '../domain/request.ts'
import * as sql from '../sql/requests.ts'

export type ReceiveProblem = { readonly code: 'desk_closed' | 'too_many_requests' }

/** What the published address says; null when there is no such desk. */
export function readDesk({ db }: Pick<Services, 'db'>, slug: string): Promise<PublicDesk | null> {
  return sql.openDeskAt(db, slug)
}

/**
 * Leaves a request at a desk, by someone without an account. The same form sent twice is one request, and its number is said again.
 * @param network where it comes from; only its digest is kept, for a day
 * @refuses desk_closed, too_many_requests
 */
export async function receiveRequest(
  { db, now, secret }: Pick<Services, 'db' | 'now' | 'secret'>,
  slug: string,
  { key, network, facts }: { readonly key: string; readonly network: string; readonly facts: RequestFacts },
): Promise<Outcome<number, ReceiveProblem>> {
  const networkDigest = createHash('sha256').update(`visits.receive|${secret}|${network}`).digest()
  const { number, refusal } = await sql.receiveRequest(db, slug, { key, networkDigest, now: now(), facts })
  return number === null ? refused({ code: refusal ?? 'desk_closed' }) : ok(number)
}
