import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Item, ItemDraft, ItemId } from './domain/item.ts'
import type { Track, TravelTime, Venue, VenueDraft } from './domain/place.ts'
import type { Release, ReleaseId } from './domain/release.ts'
import type { Holiday } from './domain/warnings.ts'

/**
 * Those who write the draft share the lock; who releases it, or goes back to an older release, holds it alone. Hence what is frozen is one draft, and
 * two releases at once wait for each other.
 */
export async function lockProgramme(tx: Tx, missionId: string, mode: 'writing' | 'releasing'): Promise<void> {
  const key = sql`hashtextextended(${`programme ${missionId}`}, 0)`
  await (mode === 'writing' ? sql`select pg_advisory_xact_lock_shared(${key})` : sql`select pg_advisory_xact_lock(${key})`).execute(tx)
}

/** The items of a mission in the order of their starts, or one of them. */
export async function listItems(tx: Tx, missionId: string, itemId?: string): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select i.id, i.organiser_id, o.name as organiser_name, i.leg_id, i.venue_id, i.track_id, i.vehicle_id, i.type, i.state, i.attendance, i.audience, i.theme_id,
           i.title, i.starts_at, i.ends_at, i.time_zone, i.skipped_start, i.capacity, i.speakers, i.across, i.languages, i.interpreters_needed, i.interpreters,
           i.dress_code, i.briefing, i.plan_b, i.version,
           coalesce((select array_agg(organisation_id::text order by organisation_id) from programme.invited g
                      where g.item_id = i.id and organisation_id is not null), '{}') as organisation_ids,
           coalesce((select array_agg(member_id::text order by member_id) from programme.invited g
                      where g.item_id = i.id and member_id is not null), '{}') as member_ids
      from programme.item i join directory.pub_organisation o on o.id = i.organiser_id
      where i.mission_id = ${missionId} and (${itemId ?? null}::uuid is null or i.id = ${itemId ?? null})
      order by i.starts_at, i.id`.execute(tx)
  return rows
}

export async function loadItem(tx: Tx, missionId: string, itemId: string): Promise<Item | null> {
  const [item] = await listItems(tx, missionId, itemId)
  return item ?? null
}

/** Locks the item, so that two who change it at once are told of each other. */
export async function lockItem(tx: Tx, missionId: string, itemId: string): Promise<Item | null> {
  await sql`select from programme.item where id = ${itemId} and mission_id = ${missionId} for no key update`.execute(tx)
  return loadItem(tx, missionId, itemId)
}

export async function insertItem(tx: Tx, missionId: string, id: ItemId, draft: ItemDraft): Promise<void> {
  await tx
    .insertInto('programme.item')
    .values({ id, missionId, ...columnsOf(draft) })
    .execute()
  await saveGuests(tx, missionId, id, draft)
}

export async function updateItem(tx: Tx, missionId: string, id: ItemId, draft: ItemDraft): Promise<void> {
  await tx.updateTable('programme.item').set(columnsOf(draft)).where('id', '=', id).execute()
  await saveGuests(tx, missionId, id, draft)
}

function columnsOf({
  organisationIds: _organisations,
  memberIds: _members,
  speakers,
  across,
  languages,
  interpreters,
  ...draft
}: ItemDraft) {
  return { ...draft, speakers: [...speakers], across: [...across], languages: [...languages], interpreters: [...interpreters] }
}

async function saveGuests(tx: Tx, missionId: string, itemId: ItemId, { organisationIds, memberIds }: ItemDraft): Promise<void> {
  const organisations = [...organisationIds]
  const members = [...memberIds]
  await sql`delete from programme.invited where item_id = ${itemId}
    and (organisation_id is null or organisation_id <> all (${organisations}::uuid[])) and (member_id is null or member_id <> all (${members}::uuid[]))`.execute(
    tx,
  )
  await sql`insert into programme.invited (mission_id, item_id, organisation_id, member_id)
    select ${missionId}::uuid, ${itemId}::uuid, o, null::uuid from unnest(${organisations}::uuid[]) o union all
    select ${missionId}::uuid, ${itemId}::uuid, null, m from unnest(${members}::uuid[]) m on conflict do nothing`.execute(tx)
}

export async function deleteItem(tx: Tx, itemId: ItemId): Promise<void> {
  await tx.deleteFrom('programme.item').where('id', '=', itemId).execute()
}

/** Was the item in a release? Then it is cancelled, and never removed. */
export async function wasReleased(tx: Tx, itemId: string): Promise<boolean> {
  const row = await tx.selectFrom('programme.releasedItem').where('itemId', '=', itemId).select('itemId').limit(1).executeTakeFirst()
  return row !== undefined
}

export async function listVenues(tx: Tx, missionId: string): Promise<Venue[]> {
  const rows = await tx
    .selectFrom('programme.venue')
    .where('missionId', '=', missionId)
    .select(['id', 'organisationId', 'legId', 'name', 'addressLocal', 'addressLatin', 'latitude', 'longitude', 'capacity', 'version'])
    .orderBy(sql`app.fold(coalesce(name ->> 'fr', name ->> 'en', name::text))`)
    .$castTo<Venue>()
    .execute()
  return rows
}

export async function lockVenue(tx: Tx, missionId: string, venueId: string): Promise<Venue | null> {
  await sql`select from programme.venue where id = ${venueId} and mission_id = ${missionId} for no key update`.execute(tx)
  return (await listVenues(tx, missionId)).find(({ id }) => id === venueId) ?? null
}

export async function insertVenue(tx: Tx, missionId: string, id: string, venue: VenueDraft): Promise<void> {
  await tx
    .insertInto('programme.venue')
    .values({ id, missionId, ...venue })
    .execute()
}

export async function updateVenue(tx: Tx, id: string, venue: VenueDraft): Promise<void> {
  await tx.updateTable('programme.venue').set(venue).where('id', '=', id).execute()
}

export async function deleteVenue(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('programme.venue').where('id', '=', id).execute()
}

export async function listTravelTimes(tx: Tx, missionId: string): Promise<(TravelTime & { organisationId: OrganisationId })[]> {
  return tx
    .selectFrom('programme.travelTime')
    .where('missionId', '=', missionId)
    .select(['oneVenueId', 'otherVenueId', 'minutes', 'mode', 'organisationId'])
    .orderBy('oneVenueId')
    .orderBy('otherVenueId')
    .$castTo<TravelTime & { organisationId: OrganisationId }>()
    .execute()
}

export async function saveTravelTime(tx: Tx, missionId: string, { minutes, mode, ...venues }: TravelTime): Promise<void> {
  await tx
    .insertInto('programme.travelTime')
    .values({ missionId, ...venues, minutes, mode })
    .onConflict((conflict) => conflict.columns(['oneVenueId', 'otherVenueId']).doUpdateSet({ minutes, mode }))
    .execute()
}

export async function listTracks(tx: Tx, missionId: string): Promise<Track[]> {
  return tx.selectFrom('programme.track').where('missionId', '=', missionId).select(['id', 'name']).orderBy('position').execute()
}

export async function insertTrack(tx: Tx, missionId: string, name: Localized): Promise<void> {
  await sql`insert into programme.track (mission_id, position, name)
    select ${missionId}::uuid, coalesce(max(position), 0) + 1, ${JSON.stringify(name)}::jsonb from programme.track where mission_id = ${missionId}`.execute(
    tx,
  )
}

export async function deleteTrack(tx: Tx, missionId: string, trackId: string): Promise<void> {
  await tx.deleteFrom('programme.track').where('id', '=', trackId).where('missionId', '=', missionId).execute()
}

/** The sectors each member follows: member id → theme ids. */
export async function readSectors(tx: Tx, missionId: string): Promise<Map<string, string[]>> {
  const rows = await tx.selectFrom('programme.memberSector').where('missionId', '=', missionId).select(['memberId', 'themeId']).execute()
  const sectors = new Map<string, string[]>()
  for (const { memberId, themeId } of rows) sectors.set(memberId, [...(sectors.get(memberId) ?? []), themeId])
  return sectors
}

/** Replaces who, in one sub-delegation, follows a sector. */
export async function saveFollowers(
  tx: Tx,
  missionId: string,
  organisationId: OrganisationId,
  themeId: string,
  memberIds: readonly string[],
): Promise<void> {
  const members = [...memberIds]
  await sql`delete from programme.member_sector where mission_id = ${missionId} and organisation_id = ${organisationId} and theme_id = ${themeId}
    and member_id <> all (${members}::uuid[])`.execute(tx)
  await sql`insert into programme.member_sector (mission_id, member_id, theme_id) select ${missionId}::uuid, m, ${themeId}::uuid from unnest(${members}::uuid[]) m
    on conflict do nothing`.execute(tx)
}

/** Holidays of these countries between two days, both included. */
export async function listHolidays(tx: Tx, countries: readonly string[], from: LocalDate, to: LocalDate): Promise<Holiday[]> {
  if (countries.length === 0) return []
  return tx
    .selectFrom('programme.holiday')
    .where('country', 'in', countries)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .select(['country', 'day', 'name', 'source'])
    .orderBy('day')
    .$castTo<Holiday>()
    .execute()
}

const releaseFacts = sql`r.id, r.number, r.name, r.note, r.organisation_id, o.name as organisation_name, encode(r.digest, 'hex') as digest,
  r.item_count, r.concerned_count, r.released_at`

/** The releases of a mission, the latest first. */
export async function listReleases(tx: Tx, missionId: string): Promise<Release[]> {
  const { rows } = await sql<Release>`
    select ${releaseFacts} from programme.release r join directory.pub_organisation o on o.id = r.organisation_id
      where r.mission_id = ${missionId} order by r.number desc`.execute(tx)
  return rows
}

/** A release with its frozen text: that number, or the latest. */
export async function loadRelease(tx: Tx, missionId: string, number?: number): Promise<(Release & { text: string }) | null> {
  const { rows } = await sql<Release & { text: string }>`
    select ${releaseFacts}, c.content as text
      from programme.release r join directory.pub_organisation o on o.id = r.organisation_id join programme.release_content c on c.release_id = r.id
      where r.mission_id = ${missionId} and (${number ?? null}::int is null or r.number = ${number ?? null}) order by r.number desc limit 1`.execute(
    tx,
  )
  return rows[0] ?? null
}

export type NewRelease = {
  readonly id: ReleaseId
  readonly number: number
  readonly name: Localized
  readonly note: Localized
  readonly text: string
  readonly digest: Buffer
  readonly itemCount: number
  readonly concernedCount: number
}

export async function insertRelease(tx: Tx, missionId: string, { text, ...release }: NewRelease, now: Instant): Promise<void> {
  await tx
    .insertInto('programme.release')
    .values({ ...release, missionId, releasedAt: now })
    .execute()
  await tx.insertInto('programme.releaseContent').values({ releaseId: release.id, missionId, content: text }).execute()
}

/** Leaves each message in the outbox of the organisation that sends the person, when it knows an address for them. */
export async function tellMembers(tx: Tx, releaseId: ReleaseId, notices: readonly Notice[]): Promise<void> {
  await sql`select programme.tell_members(${releaseId}, ${JSON.stringify(notices)}::jsonb)`.execute(tx)
}

export type Letter = { readonly subject: string; readonly text: string; readonly html: string }
export type Notice = { readonly memberId: string; readonly letters: { readonly fr: Letter; readonly en: Letter } }
