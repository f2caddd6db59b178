import type { Ctx } from '#platform/context.ts'
import { type Act, isFrozen } from '../domain/act.ts'
import { type Difference, differences } from '../domain/differences.ts'
import { frozenContent } from './build-documents.ts'
import { gatherFacts } from './gather-facts.ts'

/** What is no longer as the assembly was told, in the reader's language. Empty for an act still being prepared. */
export async function differencesSinceVote(ctx: Ctx, act: Act): Promise<readonly Difference[]> {
  if (!isFrozen(act) || act.state === 'withdrawn') return []
  const { facts } = await frozenContent(ctx, act)
  return differences(facts, await gatherFacts(ctx, act), ctx.actor.locale)
}
