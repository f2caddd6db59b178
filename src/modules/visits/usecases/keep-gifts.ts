import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import { type GiftDraft, type GiftId, type GiftRule, type Settlement, type SettlementProblem, settlementProblem } from '../domain/gift.ts'
import { mayArrangeDesk, mayKeepGifts } from '../domain/rights.ts'
import * as sql from '../sql/gifts.ts'

/** Enters a gift in the register. The database gives it the threshold of its day. @throws NotFound for a mission one has no part in */
export async function enterGift(ctx: Ctx, draft: GiftDraft): Promise<Outcome<GiftId, never>> {
  allow(mayKeepGifts(ctx.actor))
  if (draft.missionId !== null) found(await loadMission(ctx.tx, draft.missionId))
  await ctx.journal.event('visit.gift_entered')
  return ok(await sql.addGift(ctx.tx, draft))
}

/**
 * Says what became of a gift received: declared, kept, handed over, returned.
 * @refuses over_the_threshold_is_declared, over_the_threshold_is_not_kept, handed_over_somewhere
 */
export async function settleGift(ctx: Ctx, giftId: string, settlement: Settlement): Promise<Outcome<null, SettlementProblem>> {
  allow(mayKeepGifts(ctx.actor))
  const gift = found(await sql.lockGift(ctx.tx, giftId))
  const problem = settlementProblem(gift, settlement)
  if (problem) return refused(problem)
  await ctx.journal.event('visit.gift_settled')
  await sql.settleGift(ctx.tx, gift.id, settlement)
  return ok(null)
}

/** The threshold of one's own organisation, from a day on; the gifts entered before keep theirs. */
export async function writeGiftRule(
  ctx: Ctx,
  rule: Pick<GiftRule, 'thresholdCents' | 'validFrom' | 'validTo' | 'source'>,
): Promise<Outcome<null, never>> {
  allow(mayArrangeDesk(ctx.actor))
  await ctx.journal.event('visit.gift_rule_written')
  await sql.addGiftRule(ctx.tx, rule)
  return ok(null)
}
