import { href } from 'react-router'
import type { Ctx } from '#platform/context.ts'
import { type FileId, fileLink } from '#platform/files.ts'
import { type WebContext, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
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

export async function actOnPapers(
  context: WebContext,
  request: Request,
  params: { readonly missionId: string; readonly itemId: string },
  intent: string,
  form: FormData,
) {
  const { missionId, itemId } = params
  const back = href('/missions/:missionId/programme/:itemId', params)
  if (intent === 'document') {
    const typed = await typeForm(form, documentForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const { file, isShared, forMembers } = typed.value
    const given = { name: file.name, bytes: await file.bytes(), isShared: isShared === 'on', forMembers: forMembers === 'on' }
    const outcome = await submit(context, request, typed, 'programme.add-document', (ctx) => addDocument(ctx, missionId, itemId, given))
    return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, 'file'))
  }
  if (intent === 'remove-document') {
    const typed = await typeForm(form, documentRemoval)
    if (!typed.ok) return refuseForm(typed.problem)
    await submit(context, request, typed, 'programme.remove-document', (ctx) =>
      removeDocument(ctx, missionId, itemId, typed.value.documentId),
    )
    return redirectWithFlash(back, 'removed')
  }
  const typed = await typeForm(form, noteForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { version, body } = typed.value
  const outcome = await submit(context, request, typed, 'programme.write-note', (ctx) => writeNote(ctx, missionId, itemId, version, body))
  return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, 'body'))
}
