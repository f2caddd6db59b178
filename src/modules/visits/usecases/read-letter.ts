import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Letter } from '../domain/letter.ts'
import { mayReadRequests } from '../domain/rights.ts'
import { loadLetter } from '../sql/letters.ts'
import { loadRequest } from '../sql/requests.ts'

/** A letter with the number of the request it answers, for those who answer. @throws NotFound when this request has no such letter */
export async function readLetter(
  ctx: Ctx,
  requestId: string,
  letterId: string,
): Promise<{ readonly letter: Letter; readonly number: number }> {
  allow(mayReadRequests(ctx.actor))
  const { number } = found(await loadRequest(ctx.tx, requestId))
  return { letter: found(await loadLetter(ctx.tx, requestId, letterId)), number }
}
