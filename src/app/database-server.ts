import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '#platform/config.ts'
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres.ts'

type Options = Pick<EmbeddedOptions, 'adopt' | 'onLaunch'>

/** Starts the embedded PostgreSQL, or finds it running; null when DATABASE_URL names a server. Apart from the rest, which takes longer to load. */
export async function openDatabaseServer(config: Config, options: Options = {}): Promise<EmbeddedPostgres | null> {
  if (config.DATABASE_URL) return null
  const data = resolve(config.ESCALE_DATA)
  mkdirSync(data, { recursive: true })
  return startEmbeddedPostgres({ folder: join(data, 'postgres'), ...options })
}
