import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type FileId, type FileProblem, type GivenFile, forgetFile, keepFile } from '#platform/files.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import type { Item } from '../domain/item.ts'
import type { ItemDocument } from '../domain/papers.ts'
import { mayPropose } from '../domain/rights.ts'
import * as sql from '../sql.ts'
import * as papers from '../sql/papers.ts'

/**
 * Adds a file to an item, for every partner or for one's own organisation, and perhaps for the pockets of those invited: decided once, for ever.
 * @refuses file_empty, file_too_large
 */
export async function addDocument(
  ctx: Ctx,
  missionId: string,
  itemId: string,
  { name, bytes, isShared, forMembers }: Pick<GivenFile, 'name' | 'bytes'> & Pick<ItemDocument, 'isShared' | 'forMembers'>,
): Promise<Outcome<null, FileProblem>> {
  const { mission, item } = await openForPapers(ctx, missionId, itemId)
  await ctx.journal.event('programme.document_added')
  const kept = await keepFile(ctx, { name, bytes, isShared, missionId: mission.id })
  if (!kept.ok) return kept
  await papers.insertDocument(ctx.tx, mission.id, { itemId: item.id, fileId: kept.value.id, name: kept.value.name, isShared, forMembers })
  return ok(null)
}

/** Takes one's own document back; its content is forgotten during the night. @throws NotFound for that of another organisation */
export async function removeDocument(ctx: Ctx, missionId: string, itemId: string, documentId: string): Promise<Outcome<null, never>> {
  await openForPapers(ctx, missionId, itemId)
  const own = (document: { id: string; organisationId: string }) =>
    document.id === documentId && document.organisationId === ctx.actor.organisationId
  const document = found((await papers.listDocuments(ctx.tx, { itemId })).find(own))
  await ctx.journal.event('programme.document_removed')
  await forgetFile(ctx, document.fileId as FileId)
  return ok(null)
}

/**
 * Writes what one's own organisation must know about an item; an empty text removes it. `version` is that of the note one was reading, 0 for none.
 * @refuses stale_note when a colleague wrote since; by the database, when both begin it at once, one_note_per_organisation
 */
export async function writeNote(
  ctx: Ctx,
  missionId: string,
  itemId: string,
  version: number,
  body: string,
): Promise<Outcome<null, { readonly code: 'stale_note' }>> {
  const { mission, item } = await openForPapers(ctx, missionId, itemId)
  const text = body.trim()
  if (version === 0 && text === '') return ok(null)
  await ctx.journal.event('programme.note_written')
  if (version === 0) await papers.insertNote(ctx.tx, mission.id, item.id, text)
  else if (!(await replaceNote(ctx, item.id, version, text))) return refused({ code: 'stale_note' })
  return ok(null)
}

function replaceNote({ tx }: Ctx, itemId: string, version: number, text: string): Promise<boolean> {
  return text === '' ? papers.deleteNote(tx, itemId, version) : papers.updateNote(tx, itemId, version, text)
}

async function openForPapers(ctx: Ctx, missionId: string, itemId: string): Promise<{ mission: Mission; item: Item }> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayPropose(ctx.actor, mission.partners))
  return { mission, item: found(await sql.loadItem(ctx.tx, mission.id, itemId)) }
}
