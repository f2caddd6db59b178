import { allow } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import { type Pair, inOrderOfDoubt } from '../domain/duplicate.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import { listOrganisationPairs, listPeoplePairs, tellApart } from '../sql/duplicates.ts'

/** Enough for one sitting; the next ones show once these are settled. */
export const mostPairs = 100

/** Cards of one's directory that may be one and the same, with the reasons: for those who keep it. */
export async function findDuplicates(ctx: Ctx): Promise<Pair[]> {
  allow(mayKeepDirectory(ctx.actor))
  return inOrderOfDoubt([...(await listPeoplePairs(ctx.tx, mostPairs)), ...(await listOrganisationPairs(ctx.tx, mostPairs))])
}

/** Two cards are two: the pair is shown no more. */
export async function keepApart(ctx: Ctx, one: string, other: string): Promise<Outcome<null, never>> {
  allow(mayKeepDirectory(ctx.actor))
  if (one !== other) await tellApart(ctx.tx, one, other)
  return ok(null)
}
