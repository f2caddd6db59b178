import type { Services } from '#platform/context.ts'
import { cleanFileName, detectMediaType, digestOf, holdContent } from '#platform/files.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type Entry, type EntryAnswer, type EntryProblem, decideAttendance, longestPhoto, timeSaid } from '../domain/entry.ts'
import '../domain/events.ts'
import { isPhotoOfReceipt } from '../domain/photo.ts'
import { decideTask } from '../domain/task.ts'
import * as sql from '../sql/entries.ts'
import { type HolderCtx, asHolder } from './as-holder.ts'

type Kept = Outcome<EntryAnswer, EntryProblem>
class RolledBack extends Error {
  readonly refusal: Kept
  constructor(refusal: Kept) {
    super('refused')
    this.refusal = refusal
  }
}

/**
 * Writes what a device sends, once: the second arrival of a key finds the answer of the first. A refusal leaves no trace, so that the same entry may be
 * mended and sent again.
 * @refuses pocket_closed, key_reused, not_in_your_programme, note_changed, task_not_yours, task_changed, photo_missing, photo_unreadable, photo_too_large
 */
export async function sendEntry(services: Services, secret: string, entry: Entry): Promise<Kept> {
  try {
    const done = await asHolder(services, 'device', secret, async (ctx) => {
      const outcome = await keepOnce(ctx, entry)
      if (!outcome.ok) throw new RolledBack(outcome)
      return outcome
    })
    return done ?? refused({ code: 'pocket_closed' })
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal
    throw error
  }
}

async function keepOnce(ctx: HolderCtx, entry: Entry): Promise<Kept> {
  const earlier = await sql.findAnswer(ctx.tx, entry.key)
  if (earlier) return earlier.kind === entry.kind ? ok(earlier) : refused({ code: 'key_reused' })
  const outcome = await keep(ctx, { ...entry, saidAt: timeSaid(entry.saidAt, ctx.now) })
  if (!outcome.ok) return outcome
  const isKept = await sql.keepAnswer(ctx.tx, entry.key, ctx.memberId, outcome.value, ctx.now)
  return isKept ? outcome : refused({ code: 'key_reused' })
}

async function keep(ctx: HolderCtx, entry: Entry): Promise<Kept> {
  if (entry.kind === 'receipt') return keepReceipt(ctx, entry)
  if (entry.kind === 'task') return keepTask(ctx, entry)
  const holder = await sql.loadHolder(ctx.tx)
  if (!holder) return refused({ code: 'pocket_closed' })
  const { itemId } = entry
  if (itemId !== null && !(await sql.findInAgenda(ctx.tx, itemId))) return refused({ code: 'not_in_your_programme' })
  return entry.kind === 'attendance' ? keepAttendance(ctx, holder, entry) : keepNote(ctx, holder, entry)
}

async function keepAttendance(ctx: HolderCtx, holder: sql.Holder, entry: Entry & { readonly kind: 'attendance' }): Promise<Kept> {
  const known = await sql.lockAttendance(ctx.tx, ctx.memberId, entry.itemId)
  const decided = decideAttendance(known, entry)
  if (!decided.superseded) await sql.saveAttendance(ctx.tx, holder, entry, ctx.now)
  return ok({ kind: 'attendance', ...decided })
}

async function keepNote(ctx: HolderCtx, holder: sql.Holder, entry: Entry & { readonly kind: 'note' }): Promise<Kept> {
  const known = await sql.lockNote(ctx.tx, ctx.memberId, entry.itemId)
  if (known && known.body === entry.body) return ok({ kind: 'note', version: known.version })
  if ((known?.version ?? 0) !== entry.version)
    return refused({ code: 'note_changed', body: known?.body ?? '', version: known?.version ?? 0 })
  return ok({ kind: 'note', version: await sql.saveNote(ctx.tx, holder, entry) })
}

async function keepTask({ tx }: HolderCtx, entry: Entry & { readonly kind: 'task' }): Promise<Kept> {
  const decided = decideTask(await sql.lockTask(tx, entry.taskId), entry)
  if (decided.code === 'task_not_yours' || decided.code === 'task_changed') return refused(decided)
  const { code, isDone, byName } = decided
  if (code === 'write') await sql.tickTask(tx, entry.taskId, isDone, entry.saidAt)
  return ok({ kind: 'task', isDone, superseded: code === 'superseded', byName })
}

/** The content is stored first: refused afterwards, it is swept away during the night. */
async function keepReceipt(
  { tx, services }: HolderCtx,
  { key, label, saidAt, photo }: Entry & { readonly kind: 'receipt' },
): Promise<Kept> {
  if (photo.bytes.byteLength === 0) return refused({ code: 'photo_missing' })
  if (photo.bytes.byteLength > longestPhoto) return refused({ code: 'photo_too_large' })
  const mediaType = await detectMediaType(photo.bytes)
  if (!isPhotoOfReceipt(mediaType)) return refused({ code: 'photo_unreadable' })
  await holdContent({ tx }, digestOf(photo.bytes))
  const stored = await services.files.put(photo.bytes)
  await sql.handInReceipt(tx, key, label, saidAt, { ...stored, mediaType, name: cleanFileName(photo.name) })
  return ok({ kind: 'receipt' })
}
