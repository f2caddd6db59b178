import type { Tx } from '#platform/db.ts'
import type { Plan } from '../domain/plan.ts'
import type { Review } from '../domain/review.ts'

export async function loadReview(tx: Tx, planId: string, year: number): Promise<Review | null> {
  const row = await tx
    .selectFrom('strategy.review')
    .where('planId', '=', planId)
    .where('year', '=', year)
    .select(['year', 'opening', 'findings', 'outlook', 'version'])
    .executeTakeFirst()
  return row ?? null
}

export async function insertReview(
  tx: Tx,
  { id: planId, fromYear, toYear }: Pick<Plan, 'id' | 'fromYear' | 'toYear'>,
  { year, opening, findings, outlook }: Omit<Review, 'version'>,
): Promise<void> {
  await tx.insertInto('strategy.review').values({ planId, fromYear, toYear, year, opening, findings, outlook }).execute()
}

export async function updateReview(tx: Tx, planId: string, { year, opening, findings, outlook }: Omit<Review, 'version'>): Promise<void> {
  await tx
    .updateTable('strategy.review')
    .set({ opening, findings, outlook })
    .where('planId', '=', planId)
    .where('year', '=', year)
    .execute()
}
