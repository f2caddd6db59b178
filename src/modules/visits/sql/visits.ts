import type { Tx } from '#platform/db.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { Visit, VisitFacts, VisitId } from '../domain/visit.ts'

/** Who is received on a mission; null while nobody said. */
export async function loadVisit(tx: Tx, missionId: string): Promise<Visit | null> {
  const row = await tx
    .selectFrom('visits.visit')
    .where('missionId', '=', missionId)
    .select(['id', 'missionId', 'visitor', 'country', 'city', 'headName', 'headCapacity', 'peopleCount', 'version'])
    .executeTakeFirst()
  return (row as Visit | undefined) ?? null
}

export async function addVisit(tx: Tx, missionId: MissionId, facts: VisitFacts): Promise<VisitId> {
  const { id } = await tx
    .insertInto('visits.visit')
    .values({ ...facts, missionId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as VisitId
}

export async function updateVisit(tx: Tx, id: VisitId, facts: VisitFacts): Promise<void> {
  await tx.updateTable('visits.visit').set(facts).where('id', '=', id).execute()
}
