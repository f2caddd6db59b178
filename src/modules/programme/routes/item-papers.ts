import { href } from 'react-router'
import type { Ctx } from '#platform/context.ts'
import { type FileId, fileLink } from '#platform/files.ts'
import { carryOut } from '#platform/form-answers.ts'
import { type Mission, countThreads } from '#modules/missions/index.ts'
import type { Item } from '../domain/item.ts'
import { mayPropose } from '../domain/rights.ts'
import { documentForm, documentRemoval, noteForm } from '../schemas.ts'
import { listDocuments, listNotes } from '../sql/papers.ts'
import { addDocument, removeDocument, writeNote } from '../usecases/write-papers.ts'

/** The files and the note of an item, with the thread about it: the part of its page that is not its description. */
export async function papersOf(ctx: Ctx, mission: Mission, item: Item) {
  const missionId: string = mission.id
  const documents = await listDocuments(ctx.tx, { itemId: item.id })
  const [note] = await listNotes(ctx.tx, mission.id, item.id)
  const threads = await countThreads(ctx.tx, mission.id)
  const messagesAbout = (noun: string, id: string) => threads.find((thread) => thread.noun === noun && thread.id === id)?.count ?? 0
  const conversation = (noun: string, id: string) => `${href('/missions/:missionId/echanges', { missionId })}?objet=${noun}:${id}`
  return {
    documents: documents.map((document) => ({
      ...document,
      link: fileLink(ctx, { id: document.fileId as FileId, name: document.name }),
      isOwn: document.organisationId === ctx.actor.organisationId,
      messageCount: messagesAbout('document', document.id),
      conversation: conversation('document', document.id),
    })),
    note: note ?? null,
    organisationName: ctx.actor.organisationName,
    mayWrite: mayPropose(ctx.actor, mission.partners),
    messageCount: messagesAbout('item', item.id),
    conversation: conversation('item', item.id),
  }
}

/** What the forms of that part do. */
export function formsOfPapers(params: { readonly missionId: string; readonly itemId: string }) {
  const { missionId, itemId } = params
  const to = href('/missions/:missionId/programme/:itemId', params)
  return {
    document: carryOut(
      'programme.add-document',
      documentForm,
      async (ctx, { file, isShared, forMembers }) =>
        addDocument(ctx, missionId, itemId, {
          name: file.name,
          bytes: await file.bytes(),
          isShared: isShared === 'on',
          forMembers: forMembers === 'on',
        }),
      { to, field: 'file' },
    ),
    'remove-document': carryOut(
      'programme.remove-document',
      documentRemoval,
      (ctx, { documentId }) => removeDocument(ctx, missionId, itemId, documentId),
      { to, flash: 'removed' },
    ),
    note: carryOut('programme.write-note', noteForm, (ctx, { version, body }) => writeNote(ctx, missionId, itemId, version, body), {
      to,
      field: 'body',
    }),
  }
}
