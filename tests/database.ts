import { createHash } from 'node:crypto'
import { existsSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startEmbeddedPostgres } from '#platform/embedded-postgres.ts'
import { migrate, migrationsDigest } from '#platform/migrate.ts'

const root = join(import.meta.dirname, '..')

const memory = '/dev/shm'

/**
 * The disposable cluster of the tests, apart from the one of `npm start`. In memory where there is room: each test file copies a
 * database of two thousand files, which takes a disk at work up to twenty times as long.
 */
function testClusterFolder(): string {
  const inMemory = join(memory, `escale-tests-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`)
  if (existsSync(inMemory)) return inMemory
  const { bavail, bsize } = existsSync(memory) ? statfsSync(memory) : { bavail: 0, bsize: 0 }
  return bavail * bsize > 4 * 2 ** 30 ? inMemory : join(root, '.escale/test-postgres')
}

/**
 * One real PostgreSQL for all tests. A template database is migrated once per set of migrations;
 * each test file works in its own copy, which takes some 30 ms to make.
 */
export async function startTestCluster() {
  const folder = testClusterFolder()
  const server = await startEmbeddedPostgres({ folder, isDisposable: true })
  // Nobody was here: copies are those of tests that were killed.
  if (server.isOurs) await dropDatabases(server.url, 'copy\\_%')
  const template = async () => {
    const name = `template_${migrationsDigest()}`
    await createOnce(server.url, name, migrate)
    return databaseUrl(server.url, name)
  }
  const stop = () => server.stop()
  /** Stops it, and gives back the memory it took; on a disk it stays for the next time. */
  const end = async () => {
    await stop()
    if (server.isOurs && folder.startsWith(memory)) rmSync(folder, { recursive: true, force: true })
  }
  return { url: server.url, template, stop, end }
}

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Makes a database unless it is there, fills it, and only then gives it its name, so that a half-made one is never used. */
export async function createOnce(serverUrl: string, name: string, fill: (url: string) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('escale test databases'))")
    const known = await client.query('select from pg_database where datname = $1', [name])
    if (known.rowCount) return
    await client.query(`drop database if exists ${name}_making with (force)`)
    await client.query(`create database ${name}_making`)
    await fill(databaseUrl(serverUrl, `${name}_making`))
    await client.query(`alter database ${name}_making rename to ${name}`)
  } finally {
    await client.end()
  }
  // Those of earlier sources.
  const [kind] = name.split('_')
  await dropDatabases(serverUrl, `${kind}\\_%`, name)
}

/** Drops the databases of such a name, but the one to keep and those somebody works in. */
async function dropDatabases(serverUrl: string, pattern: string, kept = ''): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(serverUrl, 'postgres') })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database d where datname like $1 and datname <> $2 and datname <> $2 || '_making'
       and not exists (select from pg_stat_activity a where a.datid = d.oid)`,
      [pattern, kept],
    )
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`)
  } finally {
    await client.end()
  }
}

/** A copy of a template database, dropped by `drop`. */
export async function cloneDatabase(templateUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = new URL(templateUrl).pathname.slice(1)
  const name = `copy_${process.pid}_${Math.trunc(performance.now() * 1000)}_${crypto.randomUUID().slice(0, 8)}`
  const admin = databaseUrl(templateUrl, 'postgres')
  await retryWhileBusy(() => runOn(admin, `create database ${name} template ${template} strategy wal_log`))
  return { url: databaseUrl(templateUrl, name), drop: () => runOn(admin, `drop database if exists ${name} with (force)`) }
}

/** PostgreSQL refuses to copy a database while someone, such as autovacuum, is connected to it: that passes. */
async function retryWhileBusy(run: () => Promise<void>, tries = 40): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== '55006' || left === 0) throw error
      await pause(100)
    }
  }
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
