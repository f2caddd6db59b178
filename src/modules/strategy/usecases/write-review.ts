import { allow, found, NotFound } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { LOCALES } from '#platform/pure/locale.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { isYearOf } from '../domain/plan.ts'
import { mayKeepStrategy } from '../domain/rights.ts'
import { type Review, type ReviewPart } from '../domain/review.ts'
import { lockPlan } from '../sql/plans.ts'
import { insertReview, loadReview, updateReview } from '../sql/reviews.ts'
import { reviewDrafts } from '../texts/review-texts.ts'
import { type PlanCoverage, readCoverage } from './read-coverage.ts'

export type YearReview = PlanCoverage & { readonly review: Review }

/** The review of a year: its figures as they are now, and its texts, drafted from them while nobody has written any. */
export async function readReview(ctx: Ctx, planId: string, year: number): Promise<YearReview> {
  const covered = await readCoverage(ctx, planId, year)
  if (covered.year !== year) throw new NotFound('the strategy has no such year')
  const review = await loadReview(ctx.tx, covered.plan.id, year)
  return { ...covered, review: review ?? draftReview(covered, year) }
}

function draftReview(covered: PlanCoverage, year: number): Review {
  const part = (name: ReviewPart): Localized =>
    Object.fromEntries(LOCALES.map((locale) => [locale, reviewDrafts[locale][name](covered, year)]))
  return { year, version: 0, opening: part('opening'), findings: part('findings'), outlook: part('outlook') }
}

export type ReviewProblem = { readonly code: 'stale_review' } | { readonly code: 'a_review_is_in_its_period' }

/**
 * Writes the texts of a review. `version` is that of the texts that were read; 0 for a draft.
 * @refuses stale_review, a_review_is_in_its_period
 */
export async function writeReview(ctx: Ctx, planId: string, review: Review): Promise<Outcome<null, ReviewProblem>> {
  const plan = found(await lockPlan(ctx.tx, planId))
  allow(mayKeepStrategy(ctx.actor))
  if (!isYearOf(plan, review.year)) return refused({ code: 'a_review_is_in_its_period' })
  const known = await loadReview(ctx.tx, plan.id, review.year)
  if ((known?.version ?? 0) !== review.version) return refused({ code: 'stale_review' })
  await ctx.journal.event('strategy.review_written')
  if (known) await updateReview(ctx.tx, plan.id, review)
  else await insertReview(ctx.tx, plan, review)
  return ok(null)
}
