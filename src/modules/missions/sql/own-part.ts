import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Mandate, MissionId } from '../domain/mission.ts'

export async function loadMandate(tx: Tx, missionId: string, organisationId: OrganisationId): Promise<Mandate | null> {
  const row = await tx
    .selectFrom('missions.mandate')
    .where('missionId', '=', missionId)
    .where('organisationId', '=', organisationId)
    .select(['decidedBy', 'decidedOn', 'reference', 'version'])
    .executeTakeFirst()
  return (row as Mandate | undefined) ?? null
}

export async function saveMandate(tx: Tx, missionId: MissionId, mandate: Omit<Mandate, 'version'>): Promise<void> {
  await tx
    .insertInto('missions.mandate')
    .values({ missionId, ...mandate })
    .onConflict((conflict) => conflict.columns(['missionId', 'organisationId']).doUpdateSet(mandate))
    .execute()
}

export async function loadNarrative(tx: Tx, missionId: string): Promise<{ body: Localized; version: number } | null> {
  const row = await tx.selectFrom('missions.narrative').where('missionId', '=', missionId).select(['body', 'version']).executeTakeFirst()
  return row ?? null
}

export async function saveNarrative(tx: Tx, missionId: MissionId, body: Localized): Promise<void> {
  await tx
    .insertInto('missions.narrative')
    .values({ missionId, body })
    .onConflict((conflict) => conflict.columns(['missionId', 'organisationId']).doUpdateSet({ body }))
    .execute()
}
