import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'

/** What one payer spent on one mission, in one currency, added up by the ledger itself over the lines of the mission. */
export type LineSum = { readonly missionId: string; readonly currency: string; readonly cents: bigint; readonly lineCount: number }

export async function sumLinesByMission(tx: Tx, missionIds: readonly string[], payer: OrganisationId): Promise<LineSum[]> {
  if (missionIds.length === 0) return []
  const rows = await tx
    .selectFrom('budget.pubExpense')
    .where('missionId', 'in', missionIds)
    .where('organisationId', '=', payer)
    .groupBy(['missionId', 'baseCurrency'])
    .select(['missionId', 'baseCurrency', sql<string>`sum(base_cents)`.as('cents'), sql<number>`count(*)::int`.as('lineCount')])
    .orderBy('missionId')
    .orderBy('baseCurrency')
    .execute()
  return rows.map((row) => ({
    missionId: row.missionId ?? '',
    currency: row.baseCurrency ?? '',
    cents: BigInt(row.cents),
    lineCount: row.lineCount,
  }))
}

/** The same over all the missions in one sum, which knows neither missions nor categories. */
export async function sumAllLines(tx: Tx, missionIds: readonly string[], payer: OrganisationId, currency: string): Promise<bigint> {
  if (missionIds.length === 0) return 0n
  const row = await tx
    .selectFrom('budget.pubExpense')
    .where('missionId', 'in', missionIds)
    .where('organisationId', '=', payer)
    .where('baseCurrency', '=', currency)
    .select(sql<string>`coalesce(sum(base_cents), 0)`.as('cents'))
    .executeTakeFirstOrThrow()
  return BigInt(row.cents)
}
