import { CamelCasePlugin, type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from '#db/types.ts'
import { buildServer } from '#app/server.ts'
import { openHouse } from '#app/services.ts'
import { loadWebBuild } from '#app/web-build.ts'
import { readConfig } from '#platform/config.ts'
import { columnParsers } from '#platform/db.ts'
import { testEnvironment } from '#tests/demo.ts'
import { timed } from './race.ts'
import type { Target } from './requests.ts'

/** Connects as a request does, under row-level security, or as the owner, without it. */
export function connectAs(role: 'web' | 'owner', databaseUrl: string, onQuery?: (query: CompiledQuery) => void): Kysely<DB> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 2,
    types: columnParsers,
    options: role === 'web' ? '-c role=escale_web' : '',
  })
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
    ...(onQuery ? { log: ({ query }) => onQuery(query) } : {}),
  })
}

/** The statements the product sends to answer a request, in their order; what opens and closes transactions is left out. */
export async function statementsOf(databaseUrl: string, { url, headers }: Target): Promise<readonly CompiledQuery[]> {
  const house = await openHouse(readConfig({ ...testEnvironment, DATABASE_URL: databaseUrl, ESCALE_URL: new URL(url).origin }))
  const statements: CompiledQuery[] = []
  const web = connectAs('web', databaseUrl, (query) => {
    if (!['begin', 'commit', 'rollback'].includes(query.sql)) statements.push(query)
  })
  try {
    const services = { ...house.services, db: { ...house.services.db, web } }
    const app = buildServer({ services, auth: house.auth, web: await loadWebBuild() })
    const answer = await app.request(url, { headers: { ...headers } })
    await answer.text()
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  } finally {
    await web.destroy()
    await house.close()
  }
  return statements
}

/** Milliseconds of the same statements by the bare driver, in one transaction on one connection. */
export function timeStatements(client: pg.Client, statements: readonly CompiledQuery[]): Promise<number> {
  return timed(async () => {
    await client.query('begin')
    for (const { sql, parameters } of statements) await client.query(sql, [...parameters])
    await client.query('commit')
  })
}
