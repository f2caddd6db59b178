import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { Objective, ObjectiveId, Plan } from '../domain/plan.ts'
import { mayKeepStrategy } from '../domain/rights.ts'
import * as sql from '../sql/plans.ts'
import { isReliedOn } from '../sql/ties.ts'

/** Adds an objective after the last. */
export async function addObjective(ctx: Ctx, planId: string, title: Localized): Promise<Outcome<ObjectiveId, never>> {
  const { id } = found(await sql.lockPlan(ctx.tx, planId))
  allow(mayKeepStrategy(ctx.actor))
  await ctx.journal.event('strategy.objective_written')
  return ok(await sql.insertObjective(ctx.tx, id, title))
}

/** Words it otherwise. @refuses stale_objective */
export async function changeObjective(
  ctx: Ctx,
  planId: string,
  objectiveId: string,
  version: number,
  title: Localized,
): Promise<Outcome<null, { readonly code: 'stale_objective' }>> {
  const objective = objectiveOf(await sql.lockPlan(ctx.tx, planId), objectiveId)
  allow(mayKeepStrategy(ctx.actor))
  if (objective.version !== version) return refused({ code: 'stale_objective' })
  await ctx.journal.event('strategy.objective_written')
  await sql.updateObjective(ctx.tx, objective.id, title)
  return ok(null)
}

/** Removes an objective that nothing serves yet, with what was planned for it. @refuses objective_is_relied_on */
export async function removeObjective(
  ctx: Ctx,
  planId: string,
  objectiveId: string,
): Promise<Outcome<null, { readonly code: 'objective_is_relied_on' }>> {
  const { id } = objectiveOf(await sql.lockPlan(ctx.tx, planId), objectiveId)
  allow(mayKeepStrategy(ctx.actor))
  if (await isReliedOn(ctx.tx, id)) return refused({ code: 'objective_is_relied_on' })
  await ctx.journal.event('strategy.objective_removed')
  await sql.deleteObjective(ctx.tx, id)
  return ok(null)
}

function objectiveOf(plan: Plan | null, objectiveId: string): Objective {
  return found(found(plan).objectives.find(({ id }) => id === objectiveId))
}

/**
 * Adds a theme or a sector that is preferred, for an objective or for the whole strategy.
 * @refuses a_field_is_named_once (by the database)
 */
export async function addField(ctx: Ctx, planId: string, field: sql.NewField): Promise<Outcome<string, never>> {
  const plan = found(await sql.lockPlan(ctx.tx, planId))
  allow(mayKeepStrategy(ctx.actor))
  if (field.objectiveId !== null) objectiveOf(plan, field.objectiveId)
  await ctx.journal.event('strategy.field_written')
  return ok(await sql.insertField(ctx.tx, plan.id, field))
}

export async function removeField(ctx: Ctx, planId: string, fieldId: string): Promise<Outcome<null, never>> {
  const { id } = found(await sql.lockPlan(ctx.tx, planId))
  allow(mayKeepStrategy(ctx.actor))
  await ctx.journal.event('strategy.field_removed')
  if (!(await sql.deleteField(ctx.tx, id, fieldId))) found(null)
  return ok(null)
}
