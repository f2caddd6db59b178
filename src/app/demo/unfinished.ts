import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** Said of a database by PostgreSQL itself while the demonstration is being loaded into it; still said if the process was killed. */
const mark = 'Escale: the demonstration is being loaded'

/** From now on this database counts as unfinished. Where its owner is somebody else nothing can be said of it, and nothing is. */
export async function markUnfinished(owner: pg.Client): Promise<void> {
  await sayOfDatabase(owner, `'${mark}'`)
}

export async function markFinished(owner: pg.Client): Promise<void> {
  await sayOfDatabase(owner, 'null')
}

async function sayOfDatabase(owner: pg.Client, words: string): Promise<void> {
  try {
    await owner.query(`do $$ begin execute format('comment on database %I is ${words.replaceAll("'", "''")}', current_database()); end $$`)
  } catch (error) {
    const isSomebodyElses = error instanceof pg.DatabaseError && error.code === '42501'
    if (!isSomebodyElses) throw error
  }
}

/** Whether the loading of a database was begun and not ended; of the database one is connected to unless another is named. */
export async function isUnfinished(client: pg.Client, database?: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_database where datname = coalesce($1, current_database()) and shobj_description(oid, 'pg_database') = $2`,
    [database ?? null, mark],
  )
  return rowCount === 1
}

/**
 * Takes away a database in which a process was killed as it loaded the demonstration: it holds nothing of anybody's. While the process
 * that loads it lives, waits for it.
 * @param server connected to another database of the same server
 */
export async function dropUnfinished(server: pg.Client, database: string): Promise<void> {
  await server.query("select pg_advisory_lock(hashtext('escale unfinished database'))")
  try {
    while (await isUnfinished(server, database)) {
      const { rowCount } = await server.query(
        `select from pg_stat_activity where datname = $1 and backend_type = 'client backend' limit 1`,
        [database],
      )
      if (rowCount === 0) await server.query(`drop database ${pg.escapeIdentifier(database)} with (force)`)
      else await pause(200)
    }
  } finally {
    await server.query("select pg_advisory_unlock(hashtext('escale unfinished database'))")
  }
}
