import { sql } from 'kysely'
import type { Databases, Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { CompanyProfile, ShownProfile } from '../domain/company-profile.ts'
import type { Profile } from '../domain/participant.ts'

/** What a company says of itself, for who brings it and the organisers; null when nothing was written. */
export async function loadProfile(tx: Tx, participantId: string): Promise<CompanyProfile | null> {
  const row = await tx
    .selectFrom('meetings.profile')
    .where('id', '=', participantId)
    .select(['sectorCodes', 'stage', 'markets', 'knownBy', 'shown', 'version'])
    .$castTo<CompanyProfile>()
    .executeTakeFirst()
  return row ?? null
}

/** What each company of an event agreed to show, by its id. */
export async function readShownProfiles(tx: Tx, eventId: string): Promise<ReadonlyMap<string, ShownProfile>> {
  const rows = await tx
    .selectFrom('meetings.shownProfile')
    .where('eventId', '=', eventId)
    .select(['id', 'sectorCodes', 'stage', 'markets', 'knownBy'])
    .$castTo<ShownProfile & { id: string }>()
    .execute()
  return new Map(rows.map(({ id, ...shown }) => [id, shown]))
}

export type ProfileRow = Omit<CompanyProfile, 'version'>

/** @returns false when somebody wrote it since `version` was read */
export async function putProfile(tx: Tx, participantId: string, version: number, profile: ProfileRow): Promise<boolean> {
  const { rows } = await sql<{
    isPut: boolean
  }>`select meetings.put_profile(${participantId}, ${version}, ${JSON.stringify(profile)}::jsonb) as is_put`.execute(tx)
  return rows[0]?.isPut === true
}

/** Of companies that are new, hence have none. */
export async function insertProfiles(tx: Tx, profiles: readonly (ProfileRow & { readonly id: string })[]): Promise<void> {
  await sql`select meetings.put_profile((d.value ->> 'id')::uuid, 0, d.value) from jsonb_array_elements(${JSON.stringify(profiles)}::jsonb) as d`.execute(
    tx,
  )
}

/** What the holder of a link reads of companies: what its own says, and what others agreed to show. */
export type LinkProfiles = { readonly own: CompanyProfile | null; readonly shown: Readonly<Record<string, ShownProfile>> }

export async function profileOfLink({ web }: Pick<Databases, 'web'>, digest: Buffer, now: Instant): Promise<LinkProfiles | null> {
  const { rows } = await sql<{ profiles: LinkProfiles | null }>`select meetings.profile_of_link(${digest}, ${now}) as profiles`.execute(web)
  return rows[0]?.profiles ?? null
}

export type LinkProfileRow = ProfileRow & Pick<Profile, 'sectors' | 'offers' | 'needs' | 'languages'>

/** @returns false when the link is over, or somebody wrote the profile since `version` was read */
export async function profileByLink(
  web: Databases['web'],
  digest: Buffer,
  version: number,
  profile: LinkProfileRow,
  now: Instant,
): Promise<boolean> {
  const { rows } = await sql<{
    isPut: boolean
  }>`select meetings.profile_by_link(${digest}, ${version}, ${JSON.stringify(profile)}::jsonb, ${now}) as is_put`.execute(web)
  return rows[0]?.isPut === true
}
