import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { MissionId } from '../domain/mission.ts'
import type { SignOff, Workstream } from '../domain/sign-off.ts'

export async function listWorkstreams(tx: Tx, missionId: string): Promise<Workstream[]> {
  return tx
    .selectFrom('missions.workstream as w')
    .innerJoin('missions.partner as p', 'p.id', 'w.partnerId')
    .innerJoin('directory.pubOrganisation as o', 'o.id', 'p.organisationId')
    .where('w.missionId', '=', missionId)
    .select(['w.id', 'w.label', 'w.partnerId', 'o.name as leadName'])
    .orderBy('w.createdAt')
    .orderBy('w.id')
    .$castTo<Workstream>()
    .execute()
}

export async function addWorkstream(tx: Tx, missionId: MissionId, workstream: { label: Localized; partnerId: string }): Promise<void> {
  await tx
    .insertInto('missions.workstream')
    .values({ ...workstream, missionId })
    .execute()
}

/** False when there is no such workstream. */
export async function removeWorkstream(tx: Tx, missionId: MissionId, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('missions.workstream')
    .where('missionId', '=', missionId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Every sign-off of a mission, standing or withdrawn, the latest first. */
export async function listSignOffs(tx: Tx, missionId: string): Promise<SignOff[]> {
  return tx
    .selectFrom('missions.signOff as s')
    .innerJoin('directory.pubOrganisation as o', 'o.id', 's.organisationId')
    .where('s.missionId', '=', missionId)
    .select(['s.id', 's.organisationId', 'o.name as organisationName', 's.signedAt', 's.signedName'])
    .select(['s.withdrawnAt', 's.withdrawnBecause', 's.withdrawnName'])
    .orderBy('s.signedAt', 'desc')
    .orderBy('s.id', 'desc')
    .$castTo<SignOff>()
    .execute()
}

export async function addSignOff(tx: Tx, missionId: MissionId, signed: { signedAt: Instant; signedName: string }): Promise<void> {
  await tx
    .insertInto('missions.signOff')
    .values({ ...signed, missionId })
    .execute()
}

/** False when none stands. */
export async function withdrawSignOff(
  tx: Tx,
  missionId: MissionId,
  organisationId: OrganisationId,
  { at, name }: { at: Instant; name: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('missions.signOff')
    .set({ withdrawnAt: at, withdrawnBecause: 'by_hand', withdrawnName: name })
    .where('missionId', '=', missionId)
    .where('organisationId', '=', organisationId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
