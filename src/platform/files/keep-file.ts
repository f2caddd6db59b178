import { sql } from 'kysely'
import { type OrganisationId, found } from '../actor.ts'
import type { Ctx } from '../context.ts'
import type { Id } from '../pure/ids.ts'
import { type Outcome, ok, refused } from '../pure/outcome.ts'
import { cleanFileName } from './file-name.ts'
import type { FileId } from './link.ts'
import { detectMediaType } from './media-type.ts'
import { type ContentDigest, digestOf } from './store.ts'

export const maxFileBytes = 25 * 1024 * 1024

export type GivenFile = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly missionId?: Id<'mission'>
  /** Lets every partner of the mission read it. */
  readonly isShared?: boolean
}

/** `organisationId` owns the file; another organisation may be looking at it. */
export type KeptFile = {
  readonly id: FileId
  readonly organisationId: OrganisationId
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: ContentDigest
}

export type FileProblem =
  | { readonly code: 'file_empty' }
  | { readonly code: 'file_too_large'; readonly sizeBytes: number; readonly maxBytes: number }
  | { readonly code: 'file_shared_with_nobody' }

/**
 * Stores a content and the row that says what it is and whose. The content is written first: when the
 * transaction is refused afterwards, the nightly sweep removes what no row names.
 * @refuses file_empty, file_too_large, file_shared_with_nobody
 * @throws NotFound when the mission is not one of the acting organisation's.
 */
export async function keepFile(ctx: Ctx, given: GivenFile): Promise<Outcome<KeptFile, FileProblem>> {
  if (given.bytes.byteLength === 0) return refused({ code: 'file_empty' })
  if (given.bytes.byteLength > maxFileBytes)
    return refused({ code: 'file_too_large', sizeBytes: given.bytes.byteLength, maxBytes: maxFileBytes })
  if (given.isShared && !given.missionId) return refused({ code: 'file_shared_with_nobody' })
  if (given.missionId) await requireMission(ctx, given.missionId)
  const mediaType = await detectMediaType(given.bytes)
  await holdContent(ctx, digestOf(given.bytes))
  const { sha256, sizeBytes } = await ctx.services.files.put(given.bytes)
  const row = await ctx.tx
    .insertInto('app.file')
    .values({
      organisationId: ctx.actor.organisationId,
      missionId: given.missionId ?? null,
      isShared: given.isShared ?? false,
      sha256: Buffer.from(sha256, 'hex'),
      sizeBytes: BigInt(sizeBytes),
      mediaType,
      name: cleanFileName(given.name),
    })
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow()
  return ok({ id: row.id as FileId, organisationId: ctx.actor.organisationId, name: row.name, mediaType, sizeBytes, sha256 })
}

/** @throws NotFound */
export async function loadFile(ctx: Pick<Ctx, 'tx'>, id: FileId): Promise<KeptFile> {
  const row = found(
    await ctx.tx
      .selectFrom('app.file')
      .select(['id', 'organisationId', 'name', 'mediaType', 'sizeBytes', 'sha256'])
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  return {
    id: row.id as FileId,
    organisationId: row.organisationId as OrganisationId,
    name: row.name,
    mediaType: row.mediaType,
    sizeBytes: Number(row.sizeBytes),
    sha256: row.sha256.toString('hex'),
  }
}

/** Removes the row; the content follows during the night, unless another row names it. @throws NotFound */
export async function forgetFile(ctx: Ctx, id: FileId): Promise<void> {
  found(
    await ctx.tx
      .deleteFrom('app.file')
      .where('id', '=', id)
      .where('organisationId', '=', ctx.actor.organisationId)
      .returning('id')
      .executeTakeFirst(),
  )
}

async function requireMission(ctx: Ctx, missionId: Id<'mission'>): Promise<void> {
  const { rows } = await sql<{ isOurs: boolean }>`select ${missionId}::uuid = any (missions.actor_missions()) as is_ours`.execute(ctx.tx)
  found(rows[0]?.isOurs || null)
}

/** Until the end of the transaction, the sweep may not take away this content (see `sweepContents`). */
export async function holdContent(ctx: Pick<Ctx, 'tx'>, sha256: ContentDigest): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`content ${sha256}`}, 0))`.execute(ctx.tx)
}
