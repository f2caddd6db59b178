import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { maySetRules } from '../domain/rights.ts'
import type { OwnRule } from '../domain/rule.ts'
import type { Signatory } from '../domain/travel-order.ts'
import * as sql from '../sql/rules.ts'

/** Decides what the acting organisation asks of the people it sends, in general or for one country: from the next question on. */
export async function setRule(ctx: Ctx, rule: Omit<OwnRule, 'id'>): Promise<Outcome<null, never>> {
  allow(maySetRules(ctx.actor))
  await ctx.journal.event('departure.rule_set')
  await sql.saveOwnRule(ctx.tx, rule)
  return ok(null)
}

/** The default holds again. */
export async function withdrawRule(ctx: Ctx, ruleId: string): Promise<Outcome<null, never>> {
  allow(maySetRules(ctx.actor))
  await ctx.journal.event('departure.rule_withdrawn')
  found((await sql.removeOwnRule(ctx.tx, ruleId)) || null)
  return ok(null)
}

/** Says who signs travel orders from now on; those already issued keep who signed them. */
export async function setSignatory(ctx: Ctx, signatory: Signatory): Promise<Outcome<null, never>> {
  allow(maySetRules(ctx.actor))
  await ctx.journal.event('departure.signatory_set')
  await sql.saveSignatory(ctx.tx, signatory)
  return ok(null)
}
