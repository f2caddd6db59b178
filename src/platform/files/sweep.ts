import type { ClientBase } from 'pg'
import type { FileStore } from './store.ts'

/** Held, shared, by a backup: nothing is removed from under it. */
export const contentsLock = 'escale contents'

/**
 * Removes the contents that no row of `app.file` names any more: files deleted, uploads refused after
 * the content was written. A content being kept at this moment is locked by `keepFile` and left alone.
 * @param owner a connection that sees the files of every organisation, outside a transaction
 * @returns how many contents were removed
 */
export async function sweepContents(owner: ClientBase, store: FileStore): Promise<number> {
  const lock = await owner.query<{ taken: boolean }>('select pg_try_advisory_lock(hashtext($1)) as taken', [contentsLock])
  if (!lock.rows[0]?.taken) return 0
  try {
    let removed = 0
    for await (const sha256 of store.list()) {
      const known = await owner.query(`select from app.file where sha256 = decode($1, 'hex')`, [sha256])
      if (known.rowCount === 0 && (await removeUnlessHeld(owner, store, sha256))) removed += 1
    }
    return removed
  } finally {
    await owner.query('select pg_advisory_unlock(hashtext($1))', [contentsLock])
  }
}

async function removeUnlessHeld(owner: ClientBase, store: FileStore, sha256: string): Promise<boolean> {
  await owner.query('begin')
  try {
    const lock = await owner.query<{ taken: boolean }>(`select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken`, [
      `content ${sha256}`,
    ])
    if (!lock.rows[0]?.taken) return false
    // Asked again under the lock: the row may have been committed between the first look and now.
    const known = await owner.query(`select from app.file where sha256 = decode($1, 'hex')`, [sha256])
    if (known.rowCount !== 0) return false
    await store.delete(sha256)
    return true
  } finally {
    await owner.query('commit')
  }
}
