import type { Tx } from '#platform/db.ts'

/** Of these missions, those about which the acting organisation has begun, or finished, an act. */
export async function missionsWithAct(tx: Tx, missionIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (missionIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom('acts.actMission as am')
    .innerJoin('acts.act as a', 'a.id', 'am.actId')
    .where('am.missionId', 'in', missionIds)
    .where('a.state', '<>', 'withdrawn')
    .select('am.missionId')
    .execute()
  return new Set(rows.map((row) => row.missionId))
}
