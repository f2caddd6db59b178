import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Measure } from '../domain/coverage.ts'
import '../domain/events.ts'
import { isYearOf } from '../domain/plan.ts'
import { mayKeepStrategy } from '../domain/rights.ts'
import { replaceTargets } from '../sql/destinations.ts'
import { lockPlan } from '../sql/plans.ts'

export type TargetProblem = { readonly code: 'a_target_is_in_its_period' }

/**
 * Says how many missions, visits, hosted events and agreements are planned in a year, for a destination or an objective of the plan. What is left out is not planned,
 * which is not zero.
 * @refuses a_target_is_in_its_period
 */
export async function setTargets(
  ctx: Ctx,
  planId: string,
  subject: { readonly id: string; readonly year: number },
  planned: Readonly<Partial<Record<Measure, number>>>,
): Promise<Outcome<null, TargetProblem>> {
  const plan = found(await lockPlan(ctx.tx, planId))
  allow(mayKeepStrategy(ctx.actor))
  const destination = plan.destinations.find(({ id }) => id === subject.id)
  const objective = destination ? undefined : found(plan.objectives.find(({ id }) => id === subject.id))
  if (!isYearOf(plan, subject.year)) return refused({ code: 'a_target_is_in_its_period' })
  await ctx.journal.event('strategy.targets_set')
  const of = { destinationId: destination?.id ?? null, objectiveId: objective?.id ?? null, year: subject.year }
  await replaceTargets(ctx.tx, plan, of, planned)
  return ok(null)
}
