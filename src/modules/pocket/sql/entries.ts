import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { PocketNote } from '../domain/agenda.ts'
import type { EntryAnswer, Presence } from '../domain/entry.ts'
import type { StandingTask } from '../domain/task.ts'

/** The keys of a device wait for each other; what arrives twice finds what was answered. */
export async function findAnswer(tx: Tx, key: string): Promise<EntryAnswer | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pocket entry ${key}`}, 0))`.execute(tx)
  const row = await tx.selectFrom('pocket.arrival').where('id', '=', key).select('answer').executeTakeFirst()
  return (row?.answer as EntryAnswer | undefined) ?? null
}

/** False when the key served somebody else, whose arrivals are not visible here. */
export async function keepAnswer(tx: Tx, key: string, memberId: string, answer: EntryAnswer, now: Instant): Promise<boolean> {
  const row = await tx
    .insertInto('pocket.arrival')
    .values({ id: key, memberId, answer: JSON.stringify(answer), arrivedAt: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Is the moment in the agenda of the open pocket? And whose is it. */
export async function findInAgenda(tx: Tx, itemId: string): Promise<boolean> {
  const { rows } = await sql`select from pocket.agenda where ${itemId}::uuid = any (item_ids)`.execute(tx)
  return rows.length > 0
}

export type Holder = { readonly memberId: string; readonly missionId: string; readonly organisationId: string }

export async function lockAttendance(tx: Tx, memberId: string, itemId: string): Promise<{ presence: Presence; saidAt: Instant } | null> {
  await lockWords(tx, memberId, itemId)
  const row = await tx
    .selectFrom('pocket.attendance')
    .where('memberId', '=', memberId)
    .where('itemId', '=', itemId)
    .select(['presence', 'saidAt'])
    .executeTakeFirst()
  return row ? { presence: row.presence as Presence, saidAt: row.saidAt as Instant } : null
}

export async function saveAttendance(
  tx: Tx,
  holder: Holder,
  { itemId, presence, saidAt }: { readonly itemId: string; readonly presence: Presence; readonly saidAt: Instant },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('pocket.attendance')
    .values({ ...holder, itemId, presence, saidAt, receivedAt: now })
    .onConflict((conflict) => conflict.columns(['itemId', 'memberId']).doUpdateSet({ presence, saidAt, receivedAt: now }))
    .execute()
}

/** Two devices of one person that write about one moment wait for each other, before there is a row to lock. */
const lockWords = (tx: Tx, memberId: string, itemId: string | null) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`pocket words ${memberId} ${itemId}`}, 0))`.execute(tx)

/** The note about a moment (null: about the journey), locked. */
export async function lockNote(tx: Tx, memberId: string, itemId: string | null): Promise<PocketNote | null> {
  await lockWords(tx, memberId, itemId)
  const row = await tx
    .selectFrom('pocket.note')
    .where('memberId', '=', memberId)
    .where('itemId', 'is not distinct from', itemId)
    .select(['itemId', 'body', 'version'])
    .executeTakeFirst()
  return row ?? null
}

/** @returns the version of what is now written */
export async function saveNote(
  tx: Tx,
  { memberId, missionId }: Holder,
  { itemId, body, saidAt }: { readonly itemId: string | null; readonly body: string; readonly saidAt: Instant },
): Promise<number> {
  const { version } = await tx
    .insertInto('pocket.note')
    .values({ memberId, missionId, itemId, body, writtenAt: saidAt })
    .onConflict((conflict) => conflict.constraint('one_note_per_moment').doUpdateSet({ body, writtenAt: saidAt }))
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export type KeptPhoto = { readonly sha256: string; readonly sizeBytes: number; readonly mediaType: string; readonly name: string }

export async function handInReceipt(tx: Tx, id: string, label: string, takenAt: Instant, photo: KeptPhoto): Promise<void> {
  await sql`select pocket.hand_in_receipt(${id}, ${label}, ${takenAt}, decode(${photo.sha256}, 'hex'), ${photo.sizeBytes}, ${photo.mediaType},
    ${photo.name})`.execute(tx)
}

/** A task of the open pocket, held until the end; null when it is nobody's, or somebody else's. */
export async function lockTask(tx: Tx, taskId: string): Promise<StandingTask | null> {
  const { rows } = await sql<StandingTask>`select * from pocket.lock_task(${taskId})`.execute(tx)
  return rows[0] ?? null
}

export async function tickTask(tx: Tx, taskId: string, isDone: boolean, at: Instant): Promise<void> {
  await sql`select pocket.tick_task(${taskId}, ${isDone}, ${at})`.execute(tx)
}

/** Whose pocket is open: what a row of theirs says of its owner. */
export async function loadHolder(tx: Tx): Promise<Holder | null> {
  const { rows } = await sql<Holder>`select * from pocket.holder()`.execute(tx)
  return rows[0] ?? null
}
