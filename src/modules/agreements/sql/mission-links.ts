import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { AgreementId, AgreementType } from '../domain/agreement.ts'
import type { MissionLink } from '../domain/papers.ts'

/** The missions of an agreement, as ids: who shows them knows their names. */
export async function listMissionsOfAgreement(tx: Tx, agreementId: string): Promise<{ missionId: string; link: MissionLink }[]> {
  const rows = await tx
    .selectFrom('agreements.agreementMission')
    .where('agreementId', '=', agreementId)
    .select(['missionId', 'link'])
    .orderBy('id')
    .execute()
  return rows as { missionId: string; link: MissionLink }[]
}

export type LinkedAgreement = {
  readonly id: AgreementId
  readonly type: AgreementType
  readonly title: Localized
  readonly signedOn: LocalDate | null
  readonly signedAtPlace: string | null
  readonly link: MissionLink
}

export async function listAgreementsOfMission(tx: Tx, missionId: string): Promise<LinkedAgreement[]> {
  const rows = await tx
    .selectFrom('agreements.agreementMission as l')
    .innerJoin('agreements.agreement as a', 'a.id', 'l.agreementId')
    .where('l.missionId', '=', missionId)
    .select(['a.id', 'a.type', 'a.title', 'a.signedOn', 'a.signedAtPlace', 'l.link'])
    .orderBy('l.id')
    .execute()
  return rows as LinkedAgreement[]
}

export async function insertMissionLink(tx: Tx, agreementId: AgreementId, missionId: string, link: MissionLink): Promise<void> {
  await tx.insertInto('agreements.agreementMission').values({ agreementId, missionId, link }).execute()
}

export async function deleteMissionLink(tx: Tx, agreementId: AgreementId, missionId: string): Promise<void> {
  await tx.deleteFrom('agreements.agreementMission').where('agreementId', '=', agreementId).where('missionId', '=', missionId).execute()
}
