import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Link, LinkDraft, LinkId } from './domain/link.ts'
import type { Places } from './domain/places.ts'

/** Waits for whoever takes or frees a place of these sub-delegations, always in the same order: two who decide never wait for each other. */
export async function holdPlaces(tx: Tx, missionId: string, organisationIds: readonly string[]): Promise<void> {
  for (const organisationId of [...new Set(organisationIds)].toSorted()) {
    await sql`select registration.hold_places(${missionId}, ${organisationId})`.execute(tx)
  }
}

/** The places of every partner of a mission for those who organise it; for another partner its own. */
export async function listPlaces(tx: Tx, missionId: string): Promise<Places[]> {
  return tx
    .selectFrom('registration.placeCount as p')
    .innerJoin('directory.pubOrganisation as o', 'o.id', 'p.organisationId')
    .where('p.missionId', '=', missionId)
    .select(['p.organisationId', 'o.name as organisationName', 'p.places', 'p.taken', 'p.waiting', 'p.byApplication', 'p.version'])
    .orderBy('o.name')
    .orderBy('p.organisationId')
    .$castTo<Places>()
    .execute()
}

/** `version` 0 writes the first quota of a partner. False when someone else wrote one meanwhile. */
export async function saveQuota(
  tx: Tx,
  missionId: string,
  organisationId: OrganisationId,
  places: number,
  version: number,
): Promise<boolean> {
  const saved =
    version === 0
      ? await tx
          .insertInto('registration.quota')
          .values({ missionId, organisationId, places })
          .onConflict((conflict) => conflict.constraint('one_quota_per_partner').doNothing())
          .executeTakeFirst()
      : await tx
          .updateTable('registration.quota')
          .set({ places })
          .where('missionId', '=', missionId)
          .where('organisationId', '=', organisationId)
          .where('version', '=', version)
          .executeTakeFirst()
  return ('numUpdatedRows' in saved ? saved.numUpdatedRows : saved.numInsertedOrUpdatedRows) === 1n
}

export async function removeQuota(tx: Tx, missionId: string, organisationId: OrganisationId, version: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('registration.quota')
    .where('missionId', '=', missionId)
    .where('organisationId', '=', organisationId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** The links of the acting organisation for a mission, the latest first. */
export async function listLinks(tx: Tx, missionId: string, now: Instant): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select l.id, l.kind, l.given_name, l.family_name, l.represents, l.email, l.language, l.places, l.created_at, l.expires_at, u.used,
           case when l.revoked_at is not null then 'revoked' when l.expires_at <= ${now} then 'expired' when u.used >= l.places then 'used' else 'open' end as standing
      from registration.link l
      cross join lateral (select count(*)::int as used from registration.application a where a.link_id = l.id and a.state <> 'withdrawn') u
      where l.mission_id = ${missionId} order by l.created_at desc, l.id limit 500`.execute(tx)
  return rows
}

export type NewLink = LinkDraft & { readonly tokenDigest: Buffer; readonly createdAt: Instant; readonly expiresAt: Instant }

export async function addLink(tx: Tx, missionId: string, link: NewLink): Promise<LinkId> {
  const { id } = await tx
    .insertInto('registration.link')
    .values({ missionId, ...link })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as LinkId
}

/** One of the acting organisation's that was not revoked, locked. */
export async function lockLink(tx: Tx, missionId: string, linkId: string): Promise<(LinkDraft & { readonly id: LinkId }) | null> {
  const row = await tx
    .selectFrom('registration.link')
    .where('missionId', '=', missionId)
    .where('id', '=', linkId)
    .where('revokedAt', 'is', null)
    .select(['id', 'kind', 'givenName', 'familyName', 'represents', 'email', 'language', 'places'])
    .forUpdate()
    .executeTakeFirst()
  return (row as (LinkDraft & { readonly id: LinkId }) | undefined) ?? null
}

/** Another token for the same link, whose former address dies; or the end of it. */
export async function changeLink(
  tx: Tx,
  linkId: LinkId,
  change: { readonly tokenDigest: Buffer; readonly expiresAt: Instant } | { readonly revokedAt: Instant },
): Promise<void> {
  await tx.updateTable('registration.link').set(change).where('id', '=', linkId).execute()
}
