import pg from 'pg'
import { apiKeyDigest } from '#modules/identity/domain/token.ts'
import { callsPerMinute } from '#app/api/limit-calls.ts'
import { withOwner } from '#platform/db.ts'
import { houseSizes, fillHouse, ordinary, organisationOf } from '../large-house.ts'
import type { Ground } from '../ground.ts'
import type { Measure } from '../measure.ts'
import { type Finding, against, race } from '../race.ts'
import { timeRequests } from '../requests.ts'
import { statementsOf, timeStatements } from '../statements.ts'

const requestsEach = 30
const passes = 11
/** Enough keys that none reaches the limit of calls a minute. */
const keyCount = Math.ceil((requestsEach * (passes + 4) * 4) / callsPerMinute)

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
  const targets = (path: string) => tokens.map((token) => ({ url: server.url + path, headers: { authorization: `Bearer ${token}` } }))

  const list = targets('/api/v1/missions?limit=25')
  const [first] = list
  const statements = first ? await statementsOf(databaseUrl, first) : []
  const { page, file, bare } = await race(
    {
      page: { what: '`GET /api/v1/missions`, 25 of 60', run: () => timeRequests(list, requestsEach) },
      file: { what: 'a static file (favicon)', run: () => timeRequests(targets('/favicon.svg'), requestsEach) },
      bare: { what: `its ${statements.length} statements, bare`, run: () => timeStatements(client, statements, requestsEach) },
    },
    { passes },
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
