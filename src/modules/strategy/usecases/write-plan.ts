import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { Plan, PlanFacts, PlanId } from '../domain/plan.ts'
import { mayKeepStrategy } from '../domain/rights.ts'
import * as sql from '../sql/plans.ts'

export type PlanProblem = { readonly code: 'a_period_has_years' }

/**
 * Opens a strategy for a period.
 * @refuses a_period_has_years, and, by the database, one_strategy_a_year
 */
export async function openPlan(ctx: Ctx, facts: PlanFacts): Promise<Outcome<PlanId, PlanProblem>> {
  allow(mayKeepStrategy(ctx.actor))
  if (facts.toYear < facts.fromYear) return refused({ code: 'a_period_has_years' })
  await ctx.journal.event('strategy.opened')
  return ok(await sql.insertPlan(ctx.tx, facts))
}

/**
 * Changes what it says. Its period keeps every year for which something is planned or was reviewed, and its limit every destination that nothing justifies.
 * @refuses stale_edit, a_period_has_years, and, by the database, one_strategy_a_year, a_target_is_in_its_period, a_review_is_in_its_period,
 * beyond_the_limit_is_justified
 */
export async function changePlan(
  ctx: Ctx,
  planId: string,
  version: number,
  facts: PlanFacts,
): Promise<Outcome<Plan, PlanProblem | { readonly code: 'stale_edit'; readonly saved: Plan }>> {
  const plan = found(await sql.lockPlan(ctx.tx, planId))
  allow(mayKeepStrategy(ctx.actor))
  if (plan.version !== version) return refused({ code: 'stale_edit', saved: plan })
  if (facts.toYear < facts.fromYear) return refused({ code: 'a_period_has_years' })
  await ctx.journal.event('strategy.changed')
  await sql.updatePlan(ctx.tx, plan.id, facts)
  return ok(found(await sql.loadPlan(ctx.tx, plan.id)))
}
