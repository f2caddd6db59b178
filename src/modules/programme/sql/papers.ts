import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { ItemDocument, ItemNote } from '../domain/papers.ts'

/** The documents of an item, or of a whole mission, that the reader may see, in the order they came. */
export async function listDocuments(tx: Tx, about: { readonly itemId: string } | { readonly missionId: string }): Promise<ItemDocument[]> {
  return tx
    .selectFrom('programme.document as d')
    .innerJoin('directory.pubOrganisation as o', 'o.id', 'd.organisationId')
    .$if('itemId' in about, (query) => query.where('d.itemId', '=', 'itemId' in about ? about.itemId : ''))
    .$if('missionId' in about, (query) => query.where('d.missionId', '=', 'missionId' in about ? about.missionId : ''))
    .select(['d.id', 'd.fileId', 'd.name', 'd.isShared', 'd.forMembers', 'd.organisationId', 'o.name as organisationName'])
    .orderBy('d.id')
    .$castTo<ItemDocument>()
    .execute()
}

/** A file of a moment that concerns someone. */
export type DocumentAbout = Pick<ItemDocument, 'id' | 'name' | 'isShared' | 'forMembers' | 'organisationName'> & {
  readonly missionId: string
  readonly missionTitle: Localized
  readonly itemId: string
  readonly itemTitle: Localized
  readonly startsAt: Instant
  readonly timeZone: TimeZone
}

/** The documents, as far as the reader may see them, of the moments at which these members are expected or someone of these names speaks or sits across. */
export async function listDocumentsAbout(
  tx: Tx,
  { memberIds, names }: { readonly memberIds: readonly string[]; readonly names: readonly string[] },
): Promise<DocumentAbout[]> {
  const { rows } = await sql<DocumentAbout>`
    select d.id, d.name, d.is_shared, d.for_members, o.name as organisation_name, d.mission_id, m.title as mission_title,
           d.item_id, i.title as item_title, i.starts_at, i.time_zone
      from programme.document d join programme.item i on i.id = d.item_id
      join directory.pub_organisation o on o.id = d.organisation_id join missions.pub_mission m on m.id = d.mission_id
      where exists (select from delegations.pub_member p
                     where p.id = any (${memberIds}::uuid[]) and p.mission_id = i.mission_id
                       and (i.audience = 'everyone' or exists (select from programme.invited g
                             where g.item_id = i.id and (g.member_id = p.id or g.organisation_id = p.organisation_id))))
         or exists (select from unnest(i.speakers || i.across) heard (name) where app.names_someone(heard.name, ${names}::text[]))
      order by i.starts_at desc, d.id limit 200`.execute(tx)
  return rows
}

/** The latest released programme of each mission of these members. */
export type ProgrammeOf = {
  readonly memberId: string
  readonly missionId: string
  readonly missionTitle: Localized
  readonly number: number
  readonly releasedAt: Instant
}

export async function listProgrammesOf(tx: Tx, memberIds: readonly string[]): Promise<ProgrammeOf[]> {
  const { rows } = await sql<ProgrammeOf>`
    select distinct on (p.id) p.id as member_id, p.mission_id, m.title as mission_title, r.number, r.released_at
      from delegations.pub_member p join programme.release r on r.mission_id = p.mission_id join missions.pub_mission m on m.id = p.mission_id
      where p.id = any (${memberIds}::uuid[]) order by p.id, r.number desc`.execute(tx)
  return rows
}

export type NewDocument = Pick<ItemDocument, 'fileId' | 'name' | 'isShared' | 'forMembers'> & { readonly itemId: string }

export async function insertDocument(tx: Tx, missionId: MissionId, document: NewDocument): Promise<void> {
  await tx
    .insertInto('programme.document')
    .values({ missionId, ...document })
    .execute()
}

/** The notes of one's own organisation about a mission, or about one item. */
export async function listNotes(tx: Tx, missionId: string, itemId?: string): Promise<ItemNote[]> {
  let query = tx.selectFrom('programme.note').where('missionId', '=', missionId).select(['itemId', 'body', 'version'])
  if (itemId) query = query.where('itemId', '=', itemId)
  return query.orderBy('itemId').execute()
}

export async function insertNote(tx: Tx, missionId: MissionId, itemId: string, body: string): Promise<void> {
  await tx.insertInto('programme.note').values({ missionId, itemId, body }).execute()
}

/** Whether the note still had the version one was reading. */
export async function updateNote(tx: Tx, itemId: string, version: number, body: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('programme.note')
    .set({ body })
    .where('itemId', '=', itemId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether the note was there, at the version one was reading. */
export async function deleteNote(tx: Tx, itemId: string, version: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('programme.note')
    .where('itemId', '=', itemId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
