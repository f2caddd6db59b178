import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { byPreference, countByField } from '../domain/preference.ts'
import { type Coverage, compareWithPlan, type Target, type Work, worksOf } from '../domain/coverage.ts'
import { isYearOf, type Plan, yearsOf } from '../domain/plan.ts'
import { listTargets } from '../sql/destinations.ts'
import { loadPlan } from '../sql/plans.ts'
import { listWorks } from '../sql/works.ts'

export type PlanCoverage = {
  readonly plan: Plan
  readonly coverage: Coverage
  readonly targets: readonly Target[]
  /** Agreements nobody signed yet, those that the strategy prefers first. */
  readonly pipeline: readonly Work[]
  /** For each field, how many works name it; `others`: those that name themes of which none is preferred. */
  readonly fields: { readonly counts: Readonly<Record<string, number>>; readonly others: number }
  /** Null when the whole period is looked at. */
  readonly year: number | null
}

/** What a strategy wanted and what was done, over its period or in one of its years. A year out of the period is the whole of it. */
export async function readCoverage(ctx: Ctx, planId: string, asked: number | null = null): Promise<PlanCoverage> {
  const plan = found(await loadPlan(ctx.tx, planId))
  const year = asked !== null && isYearOf(plan, asked) ? asked : null
  const years = year === null ? yearsOf(plan) : [year]
  const targets = await listTargets(ctx.tx, plan.id)
  const works = await listWorks(ctx.tx, plan.id)
  const { counts, others } = countByField(worksOf(works, years, ctx.today), plan.fields)
  return {
    plan,
    year,
    targets,
    coverage: compareWithPlan({ ...plan, targets }, works, years, ctx.today),
    pipeline: byPreference(
      works.filter(({ stage }) => stage !== null),
      plan.fields,
    ),
    fields: { counts: Object.fromEntries(counts), others },
  }
}
