import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { MissionId, PartnerRole } from '../domain/mission.ts'

export type NewPartner = { readonly organisationId: OrganisationId; readonly role: PartnerRole; readonly workstream: Localized }

export async function insertPartner(tx: Tx, missionId: MissionId, partner: NewPartner, now: Instant): Promise<void> {
  await tx
    .insertInto('missions.partner')
    .values({ ...partner, missionId, joinedAt: now })
    .execute()
}

export async function updatePartner(
  tx: Tx,
  partnerId: string,
  change: {
    role?: PartnerRole
    workstream?: Localized
    leftAt?: string | null
    accountsClosedOn?: LocalDate | null
    ratifiedOn?: LocalDate | null
  },
): Promise<void> {
  await tx.updateTable('missions.partner').set(change).where('id', '=', partnerId).execute()
}

/** Replaces the legs of each partner named here. */
export async function replacePartnerLegs(
  tx: Tx,
  missionId: MissionId,
  changes: readonly { readonly partnerId: string; readonly legIds: readonly string[] }[],
): Promise<void> {
  const partnerIds = changes.map(({ partnerId }) => partnerId)
  await tx.deleteFrom('missions.partnerLeg').where('missionId', '=', missionId).where('partnerId', 'in', partnerIds).execute()
  const rows = changes.flatMap(({ partnerId, legIds }) => legIds.map((legId) => ({ missionId, partnerId, legId })))
  if (rows.length > 0) await tx.insertInto('missions.partnerLeg').values(rows).execute()
}
