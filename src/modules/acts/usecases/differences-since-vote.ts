import { found } from '#platform/actor.ts'
import { loadAgreement } from '#modules/agreements/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Act, isFrozen } from '../domain/act.ts'
import { asVoted } from '../domain/agreement-facts.ts'
import { type Difference, differences } from '../domain/differences.ts'
import { frozenContent } from './build-documents.ts'
import { gatherFacts } from './gather-facts.ts'

/** What is no longer as the assembly was told, in the reader's language. Empty for an act still being prepared. */
export async function differencesSinceVote(ctx: Ctx, act: Act): Promise<readonly Difference[]> {
  if (!isFrozen(act) || act.state === 'withdrawn') return []
  const { facts } = await frozenContent(ctx, act)
  const today = await gatherFacts(ctx, act)
  if (!facts.agreement || !today.agreement) return differences(facts, today, ctx.actor.locale)
  const { dates } = found(await loadAgreement(ctx.tx, facts.agreement.id))
  const agreement = asVoted(facts.agreement, today.agreement, dates.inForceFrom)
  return differences(facts, { ...today, agreement }, ctx.actor.locale)
}
