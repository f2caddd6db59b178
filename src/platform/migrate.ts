import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

export const migrationsFolder = join(import.meta.dirname, '../../db/migrations')

export type Migration = { readonly name: string; readonly digest: string; readonly text: string }

export function readMigrations(folder = migrationsFolder): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { name, text, digest: createHash('sha256').update(text).digest('hex') }
    })
}

/** One digest of all migrations: names the template databases of the tests and tells whether a database is current. */
export function migrationsDigest(): string {
  return createHash('sha256')
    .update(
      readMigrations()
        .map((migration) => migration.digest)
        .join(),
    )
    .digest('hex')
    .slice(0, 12)
}

/**
 * Brings a database to the schema of this code: each file once, in order, in its own transaction, under an advisory lock
 * so that two processes that start together do not race. A failed file leaves the database as it was before that file.
 * @throws when a file already applied was changed since, or when the server is too old.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('escale migrations'))")
    const version = Number((await client.query('show server_version_num')).rows[0].server_version_num)
    if (version < 180000) throw new Error(`PostgreSQL 18 or later is needed; this server is ${Math.floor(version / 10000)}`)
    await runMigrations({ connectionString: ownerUrl })
    await client.query(
      'create table if not exists public.applied_migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
    )
    const applied = new Map<string, string>(
      (await client.query('select name, digest from public.applied_migration')).rows.map((row) => [row.name, row.digest]),
    )
    const fresh: string[] = []
    for (const migration of readMigrations()) {
      const known = applied.get(migration.name)
      if (known === migration.digest) continue
      if (known !== undefined)
        throw new Error(`${migration.name} was changed after it was applied: migrations are immutable, write a new one`)
      await apply(client, migration)
      fresh.push(migration.name)
    }
    return fresh
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.text)
    await client.query('insert into public.applied_migration (name, digest) values ($1, $2)', [migration.name, migration.digest])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`${migration.name} could not be applied: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
