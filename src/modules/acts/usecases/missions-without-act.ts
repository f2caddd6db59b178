import type { Ctx } from '#platform/context.ts'
import { listMissions, type MissionLine } from '#modules/missions/index.ts'
import { runningActs } from '../sql/acts.ts'

/** The latest missions; older ones without an act are opened from their own page. */
const mostOffered = 200

/** Missions of the organisation that no act is about yet, the latest first; a cancelled one spent nothing that is not in its ledger, and stays. */
export async function missionsWithoutAct({ tx, actor }: Ctx): Promise<MissionLine[]> {
  const missions = await listMissions(tx, actor.organisationId, { limit: mostOffered })
  const running = await runningActs(
    tx,
    missions.map(({ id }) => id),
  )
  return missions.filter(({ id, ratifiedOn }) => ratifiedOn === null && !running.has(id))
}
