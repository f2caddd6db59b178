import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type HistoryEntry, listHistory } from '#platform/history.ts'
import { loadMission } from '../sql/missions.ts'

/**
 * The changes of a mission, the latest first. What was before and after is told of this module's own rows, which every partner
 * reads; members and expenses hold what only their owner reads (contacts, receipts, file numbers): of those, who changed one and when.
 */
export async function readHistory(ctx: Ctx, missionId: string, page: { limit: number; offset: number }): Promise<HistoryEntry[]> {
  const mission = found(await loadMission(ctx.tx, missionId))
  const entries = await listHistory(ctx.tx, { missionId: mission.id, ...page })
  return entries.map((entry) => (entry.entity.startsWith('missions.') ? entry : { ...entry, before: null, after: null }))
}
