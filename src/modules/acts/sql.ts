import type { Tx } from '#platform/db.ts'

/** Whether the acting organisation has begun, or finished, an act about a mission. */
export async function hasActAbout(tx: Tx, missionId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('acts.actMission as am')
    .innerJoin('acts.act as a', 'a.id', 'am.actId')
    .where('am.missionId', '=', missionId)
    .where('a.state', '<>', 'withdrawn')
    .select('am.id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
