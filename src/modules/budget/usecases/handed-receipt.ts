import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type FileId, fileLink, loadFile } from '#platform/files.ts'

/** A receipt that is with us already: the photograph a traveller handed in. */
export type HandedReceipt = { readonly id: FileId; readonly name: string; readonly link: string }

/** @throws NotFound when the acting organisation owns no such file */
export async function findHanded(ctx: Ctx, fileId: string): Promise<HandedReceipt> {
  const file = await loadOwn(ctx, fileId)
  return { id: file.id, name: file.name, link: fileLink(ctx, file) }
}

/** @throws NotFound when the acting organisation owns no such file */
export async function loadOwn(ctx: Ctx, fileId: string) {
  const file = await loadFile(ctx, fileId as FileId)
  return found(file.organisationId === ctx.actor.organisationId ? file : null)
}
