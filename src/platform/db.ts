import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction, sql } from 'kysely'
import pg from 'pg'
import type { DB } from '#db/types.ts'

/** A transaction in which an actor has been set: the only thing `sql.ts` functions accept. */
export type Tx = Transaction<DB>

/**
 * The three ways into the database, each with its own role:
 * `web` runs requests and jobs under row-level security; `auth` serves the sign-in library;
 * `ownerUrl` is for migrations, the job queue, backup and proofs, and is never used by a request.
 */
export type Databases = {
  readonly web: Kysely<DB>
  readonly authPool: pg.Pool
  readonly ownerUrl: string
  close(): Promise<void>
}

const oid = { int8: 20, date: 1082, timestamptz: 1184 } as const

/** Dates stay text, instants become ISO 8601 UTC, 64-bit integers (cents) become bigint, numerics stay exact text. */
export const columnParsers: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') => {
    if (id === oid.int8) return BigInt
    if (id === oid.date) return (text: string) => text
    if (id === oid.timestamptz) return (text: string) => new Date(text).toISOString()
    return pg.types.getTypeParser(id, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

export type DatabaseUrls = { readonly ownerUrl: string; readonly webUrl?: string | undefined; readonly authUrl?: string | undefined }

/** `settings`: those of PostgreSQL for every request, as in `-c synchronous_commit=off`. */
export function connect(urls: DatabaseUrls, poolSize = 20, settings = ''): Databases {
  const webPool = new pg.Pool({
    connectionString: urls.webUrl ?? urls.ownerUrl,
    max: poolSize,
    types: columnParsers,
    options: `${urls.webUrl ? '' : '-c role=escale_web'} ${settings}`.trim(),
  })
  const authPool = new pg.Pool({
    connectionString: urls.authUrl ?? urls.ownerUrl,
    max: Math.max(2, Math.floor(poolSize / 4)),
    options: urls.authUrl ? '-c search_path=auth' : '-c role=escale_auth -c search_path=auth',
  })
  // An idle connection lost by the server must not end the process; the next query gets a new one.
  for (const pool of [webPool, authPool]) pool.on('error', () => {})
  const web = new Kysely<DB>({ dialect: new PostgresDialect({ pool: webPool }), plugins: [new CamelCasePlugin()] })
  return {
    web,
    authPool,
    ownerUrl: urls.ownerUrl,
    close: async () => {
      await Promise.all([web.destroy(), authPool.end()])
    },
  }
}

/** @throws when the database does not answer to requests. */
export async function ping({ web }: Pick<Databases, 'web'>): Promise<void> {
  await sql`select 1`.execute(web)
}

/** Runs statements as the owner of the schema, outside any request: CLI proofs, backup, set-up. */
export async function withOwner<Result>(ownerUrl: string, run: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: ownerUrl, types: columnParsers })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** The name of the constraint that refused a row, or null when the error is something else. */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof pg.DatabaseError)) return null
  const isIntegrity = error.code?.startsWith('23') === true
  return isIntegrity && error.constraint ? error.constraint : null
}

/** PostgreSQL said that a text is not a uuid, or a number is out of range: the address asked for cannot exist. */
export function isMalformedValue(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '22P02' || error.code === '22003')
}
