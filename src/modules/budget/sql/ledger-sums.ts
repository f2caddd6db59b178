import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Money } from '#platform/pure/money.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { Category } from '../domain/expense.ts'
import { type MissionTotals, missionTotalsOf } from '../domain/mission-totals.ts'
import type { CategoryTotal } from '../domain/totals.ts'

/** One sum of the ledger: a payer, a category, a currency. */
export type LedgerSum = {
  readonly missionId: MissionId
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly category: Category
  readonly total: Money
  readonly lineCount: number
  readonly expenseCount: number
}

/** What the readable lines of some missions add up to, per payer and category. Sums are exact numerics: they cannot overflow. */
export async function sumLedger(tx: Tx, missionIds: readonly string[], organisationId?: OrganisationId): Promise<LedgerSum[]> {
  if (missionIds.length === 0) return []
  let query = tx
    .selectFrom('budget.expense as e')
    .leftJoin('directory.pubOrganisation as payer', 'payer.id', 'e.organisationId')
    .leftJoin('budget.expense as r', 'r.reversesId', 'e.id')
    .where('e.missionId', 'in', missionIds)
    .groupBy(['e.missionId', 'e.organisationId', 'payer.name', 'e.category', 'e.baseCurrency'])
    .select([
      'e.missionId',
      'e.organisationId',
      'payer.name',
      'e.category',
      'e.baseCurrency',
      sql<string>`sum(e.base_cents)`.as('cents'),
      sql<number>`count(*)::int`.as('lineCount'),
      sql<number>`count(*) filter (where e.reverses_id is null and r.id is null)::int`.as('expenseCount'),
    ])
    .orderBy('payer.name')
    .orderBy('e.baseCurrency')
  if (organisationId) query = query.where('e.organisationId', '=', organisationId)
  const rows = await query.execute()
  return rows.map(({ cents, baseCurrency, name, ...row }) => ({
    missionId: row.missionId as MissionId,
    organisationId: row.organisationId as OrganisationId,
    organisationName: name ?? '',
    category: row.category as Category,
    total: { cents: BigInt(cents), currency: baseCurrency },
    lineCount: row.lineCount,
    expenseCount: row.expenseCount,
  }))
}

/** What one payer spent on one mission, from its ledger lines, reversals included. */
export async function missionTotals(tx: Tx, missionId: string, organisationId: OrganisationId): Promise<MissionTotals> {
  return missionTotalsOf(await sumLedger(tx, [missionId], organisationId))
}

/** The same for several missions at once, by mission; one without lines is absent. */
export async function totalsOfMissions(
  tx: Tx,
  missionIds: readonly string[],
  organisationId: OrganisationId,
): Promise<Map<string, MissionTotals>> {
  const sums = await sumLedger(tx, missionIds, organisationId)
  const byMission = Map.groupBy(sums, (sum) => sum.missionId as string)
  return new Map([...byMission].map(([missionId, own]) => [missionId, missionTotalsOf(own)]))
}

export async function expensesByCategory(tx: Tx, missionId: string, organisationId: OrganisationId): Promise<readonly CategoryTotal[]> {
  return (await missionTotals(tx, missionId, organisationId)).byCategory
}
