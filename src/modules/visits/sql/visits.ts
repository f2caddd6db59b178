import type { Tx } from '#platform/db.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { Visit, VisitFacts, VisitId, VisitLine } from '../domain/visit.ts'

/** Who is received on a mission; null while nobody said. */
export async function loadVisit(tx: Tx, missionId: string): Promise<Visit | null> {
  const row = await tx
    .selectFrom('visits.visit')
    .where('missionId', '=', missionId)
    .select(['id', 'missionId', 'visitor', 'country', 'city', 'headName', 'headCapacity', 'peopleCount', 'version'])
    .executeTakeFirst()
  return (row as Visit | undefined) ?? null
}

/** The visits of the missions the actor has a seat at, cancelled ones left out, the latest first. */
export async function listVisits(tx: Tx, limit: number): Promise<VisitLine[]> {
  return tx
    .selectFrom('visits.visit as v')
    .innerJoin('missions.pubMission as m', 'm.id', 'v.missionId')
    .where('m.state', '<>', 'cancelled')
    .select(['v.id', 'v.missionId', 'v.visitor', 'v.country', 'v.city', 'v.headName', 'v.headCapacity', 'v.peopleCount', 'v.version'])
    .select(['m.title', 'm.startsOn', 'm.endsOn'])
    .orderBy('m.startsOn', (order) => order.desc().nullsLast())
    .orderBy('v.id')
    .limit(limit)
    .$castTo<VisitLine>()
    .execute()
}

export async function addVisit(tx: Tx, missionId: MissionId, facts: VisitFacts): Promise<VisitId> {
  const { id } = await tx
    .insertInto('visits.visit')
    .values({ ...facts, missionId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as VisitId
}

/** False when somebody corrected it since that version. */
export async function updateVisit(tx: Tx, id: VisitId, version: number, facts: VisitFacts): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('visits.visit')
    .set(facts)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
