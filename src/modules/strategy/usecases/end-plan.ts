import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { type Plan, type PlanId, type WhatRests, whatHolds } from '../domain/plan.ts'
import { mayKeepStrategy } from '../domain/rights.ts'
import * as sql from '../sql/plans.ts'

export type PlanToEnd = { readonly plan: Plan; readonly rests: WhatRests }

/** A strategy with what rests on it, for who may archive or remove it. */
export async function readPlanToEnd(ctx: Ctx, planId: string): Promise<PlanToEnd> {
  const plan = found(await sql.loadPlan(ctx.tx, planId))
  allow(mayKeepStrategy(ctx.actor))
  return { plan, rests: await sql.countWhatRests(ctx.tx, plan.id) }
}

/** Gives it up: it is kept as it stands, still read, offered to nothing new, and its years are free. Archived already, it keeps its day. */
export async function archivePlan(ctx: Ctx, planId: string): Promise<Outcome<null, never>> {
  const { id, archivedOn } = await lockToEnd(ctx, planId)
  if (archivedOn === null) await save(ctx, id, 'strategy.archived', ctx.today)
  return ok(null)
}

/** Takes it out of the archive. @refuses one_strategy_a_year (by the database) when another took its years */
export async function reopenPlan(ctx: Ctx, planId: string): Promise<Outcome<null, never>> {
  const { id, archivedOn } = await lockToEnd(ctx, planId)
  if (archivedOn !== null) await save(ctx, id, 'strategy.reopened', null)
  return ok(null)
}

export type RemovePlanProblem = { readonly code: 'plan_is_served' | 'plan_was_reviewed' }

/**
 * Removes one on which nothing rests, with its objectives, preferences, destinations and what was planned.
 * @refuses plan_is_served, plan_was_reviewed, and, when both come at once, tie_to_an_own_objective, review_of_an_own_plan by the database
 */
export async function removePlan(ctx: Ctx, planId: string): Promise<Outcome<null, RemovePlanProblem>> {
  const { id } = await lockToEnd(ctx, planId)
  const holding = whatHolds(await sql.countWhatRests(ctx.tx, id))
  if (holding) return refused({ code: holding })
  await ctx.journal.event('strategy.removed')
  await sql.deletePlan(ctx.tx, id)
  return ok(null)
}

async function lockToEnd(ctx: Ctx, planId: string): Promise<Plan> {
  const plan = found(await sql.lockPlan(ctx.tx, planId))
  allow(mayKeepStrategy(ctx.actor))
  return plan
}

async function save(ctx: Ctx, id: PlanId, event: 'strategy.archived' | 'strategy.reopened', archivedOn: LocalDate | null): Promise<void> {
  await ctx.journal.event(event)
  await sql.archivePlan(ctx.tx, id, archivedOn)
}
