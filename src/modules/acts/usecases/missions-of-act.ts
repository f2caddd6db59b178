import type { Ctx } from '#platform/context.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { loadMission } from '#modules/missions/index.ts'
import type { Act } from '../domain/act.ts'

/** The missions of an act in its order; the title is null where the organisation no longer takes part. */
export async function missionsOfAct(
  { tx }: Ctx,
  { missionIds }: Pick<Act, 'missionIds'>,
): Promise<{ id: string; title: Localized | null }[]> {
  const missions: { id: string; title: Localized | null }[] = []
  for (const id of missionIds) missions.push({ id, title: (await loadMission(tx, id))?.title ?? null })
  return missions
}
