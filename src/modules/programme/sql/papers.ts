import type { Tx } from '#platform/db.ts'
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
