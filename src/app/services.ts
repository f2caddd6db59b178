import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openAuth } from '#modules/identity/auth.ts'
import type { Config } from '#platform/config.ts'
import type { Services } from '#platform/context.ts'
import { type DatabaseUrls, connect, withOwner } from '#platform/db.ts'
import type { EmbeddedPostgres } from '#platform/embedded-postgres.ts'
import { openFileStore } from '#platform/files.ts'
import { openLog } from '#platform/log.ts'
import { migrate } from '#platform/migrate.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { freshSealingKey, readSealingKeys } from '#platform/sealing.ts'
import { openDatabaseServer } from './database-server.ts'
import { dropUnfinished } from './demo/unfinished.ts'

export type House = { readonly services: Services; readonly auth: ReturnType<typeof openAuth>; close(): Promise<void> }

type Options = {
  readonly adopt?: boolean
  readonly poolSize?: number
  /** The server, when it was asked for already. */
  readonly database?: Promise<EmbeddedPostgres | null>
}

/**
 * Opens everything a process needs, in order: database (embedded, unless DATABASE_URL names one), schema, file store.
 * `close` ends them in reverse, so that an acknowledged request is never lost. A house that cannot open leaves no server behind.
 */
export async function openHouse(config: Config, { adopt, poolSize, database }: Options = {}): Promise<House> {
  const server = await (database ?? openDatabaseServer(config, { adopt }))
  try {
    return await furnish(config, server, poolSize)
  } catch (error) {
    await server?.stop()
    throw error
  }
}

async function furnish(config: Config, server: EmbeddedPostgres | null, poolSize?: number): Promise<House> {
  const data = resolve(config.ESCALE_DATA)
  mkdirSync(data, { recursive: true })
  const urls = server ? await embeddedUrls(server.url, data) : urlsOf(config)
  await migrate(urls.ownerUrl)
  if (server) await giveLogins(urls)
  const db = connect(urls, poolSize)
  const services: Services = {
    config,
    db,
    files: openFileStore(config),
    log: openLog(config),
    now: () => new Date().toISOString() as Instant,
    publicUrl: (config.ESCALE_URL ?? `http://localhost:${config.PORT}`).replace(/\/$/, ''),
    secret: config.ESCALE_SECRET ?? keptSecret(join(data, 'secret')),
    sealingKeys: readSealingKeys(config.ESCALE_SEALING_KEYS ?? keptSecret(join(data, 'sealing-keys'), () => freshSealingKey('k1'))),
  }
  const auth = openAuth(services)
  return {
    services,
    auth,
    close: async () => {
      await db.close()
      await server?.stop()
    },
  }
}

function urlsOf(config: Config): DatabaseUrls {
  return { ownerUrl: config.DATABASE_URL ?? '', webUrl: config.DATABASE_WEB_URL, authUrl: config.DATABASE_AUTH_URL }
}

/** The embedded server holds one database named escale, and a login of its own for each of the two lesser roles. */
async function embeddedUrls(serverUrl: string, data: string): Promise<DatabaseUrls> {
  await withOwner(serverUrl, async (client) => {
    await dropUnfinished(client, 'escale')
    const known = await client.query(`select from pg_database where datname = 'escale'`)
    if (!known.rowCount) await client.query('create database escale')
  })
  const secret = keptSecret(join(data, 'postgres', 'logins'))
  const url = (user?: string) => {
    const made = new URL(serverUrl)
    made.pathname = '/escale'
    if (user) Object.assign(made, { username: user, password: secret })
    return made.href
  }
  return { ownerUrl: url(), webUrl: url('escale_web'), authUrl: url('escale_auth') }
}

async function giveLogins(urls: DatabaseUrls): Promise<void> {
  const password = new URL(urls.webUrl ?? '').password
  await withOwner(urls.ownerUrl, async (client) => {
    for (const role of ['escale_web', 'escale_auth']) await client.query(`alter role ${role} login password '${password}'`)
  })
}

function keptSecret(file: string, make = () => randomBytes(32).toString('hex')): string {
  if (!existsSync(file)) writeOnce(file, make())
  return readFileSync(file, 'utf8').trim()
}

/** Two processes that start together must not each keep a secret of their own: the first to write has the last word. */
function writeOnce(file: string, content: string): void {
  try {
    writeFileSync(file, content, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
