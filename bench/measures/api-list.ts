import pg from 'pg'
import { apiKeyDigest } from '#modules/identity/domain/token.ts'
import { callsPerMinute } from '#app/api/limit-calls.ts'
import { withOwner } from '#platform/db.ts'
import { houseSizes, fillHouse, ordinary, organisationOf } from '../large-house.ts'
import type { Ground } from '../ground.ts'
import type { Measure } from '../measure.ts'
import { type Finding, against, race } from '../race.ts'
import { oneConnection, timeRequest } from '../requests.ts'
import { statementsOf, timeStatements } from '../statements.ts'

const course = { passes: 11, runs: 15 }
/** Enough keys that none reaches the limit of calls a minute. */
const keyCount = Math.ceil((2 * course.runs * (course.passes + 1)) / callsPerMinute) + 1

const tokens = Array.from({ length: keyCount }, (_, index) => `esc_${String(index).padStart(43, 'k')}`)

async function giveKeys(databaseUrl: string): Promise<void> {
  await withOwner(databaseUrl, async (owner) => {
    await owner.query('set session_replication_role = replica')
    for (const token of tokens)
      await owner.query(
        `insert into identity.api_key (organisation_id, name, token_digest, token_hint, roles, created_by) values ($1, 'Bench', $2, 'esc_', array['reader'], gen_random_uuid())`,
        [organisationOf(ordinary), apiKeyDigest(token)],
      )
  })
}

async function run(ground: Ground): Promise<Finding[]> {
  const databaseUrl = await ground.emptyDatabase()
  await withOwner(databaseUrl, (owner) => fillHouse(owner, houseSizes['1']))
  await giveKeys(databaseUrl)
  const server = await ground.serve(databaseUrl)
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c role=escale_web' })
  await client.connect()
  ground.atEnd(() => client.end())
  const connection = oneConnection()
  ground.atEnd(() => Promise.resolve(connection.destroy()))
  let turn = 0
  const target = (path: string) => ({ url: server.url + path, headers: { authorization: `Bearer ${tokens[(turn += 1) % tokens.length]}` } })
  const list = '/api/v1/missions?limit=25'
  const statements = await statementsOf(databaseUrl, target(list))
  const { page, file, bare } = await race(
    {
      page: { what: '`GET /api/v1/missions`, 25 of 60', run: () => timeRequest(target(list), connection) },
      file: { what: 'a static file (favicon)', run: () => timeRequest(target('/favicon.svg'), connection) },
      bare: { what: `its ${statements.length} statements, bare`, run: () => timeStatements(client, statements) },
    },
    course,
  )
  return [against(page, bare), against(page, file)]
}

export const measure: Measure = {
  rank: 2,
  title: 'A list through the API',
  reading: `The same server, a program with a key, one call after the other. Floors: the statements of the call, recorded from the product and
sent by the bare driver; a file the same server sends from the disk.`,
  run,
}
