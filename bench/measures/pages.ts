import pg from 'pg'
import { withOwner } from '#platform/db.ts'
import type { Ground } from '../ground.ts'
import { fillHouse, houseSizes, seatAt } from '../large-house.ts'
import type { Measure } from '../measure.ts'
import { type Finding, against, race } from '../race.ts'
import { oneConnection, requestsPerSecond, timeRequest } from '../requests.ts'
import { signIn } from '../sign-in.ts'
import { statementsOf, timeStatements } from '../statements.ts'

const missionCount = 60
const course = { passes: 9, runs: 12 }

/** The Département of the demonstration takes part in sixty missions more, and the one opened has twenty members. */
async function preparePages(databaseUrl: string): Promise<{ missionId: string }> {
  return withOwner(databaseUrl, async (owner) => {
    await fillHouse(owner, houseSizes['1'])
    const account = await owner.query<{ organisation_id: string }>(
      `select m.organisation_id from identity.membership m join auth."user" u on u.id = m.account_id where u.name = 'Claire Aubanel'`,
    )
    const organisationId = account.rows[0]?.organisation_id ?? ''
    await seatAt(owner, organisationId, missionCount)
    const mission = await owner.query<{ mission_id: string }>(
      'select mission_id from delegations.member where organisation_id = $1 group by mission_id order by count(*) desc limit 1',
      [organisationId],
    )
    return { missionId: mission.rows[0]?.mission_id ?? '' }
  })
}

async function run(ground: Ground): Promise<Finding[]> {
  const databaseUrl = await ground.demoDatabase()
  const { missionId } = await preparePages(databaseUrl)
  const server = await ground.serve(databaseUrl)
  const cookie = await signIn(server.url, 'Claire Aubanel')
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c role=escale_web' })
  await client.connect()
  ground.atEnd(() => client.end())
  const target = (path: string) => ({ url: server.url + path, headers: { cookie } })
  const connection = oneConnection()
  ground.atEnd(() => Promise.resolve(connection.destroy()))
  const requests = (path: string) => () => timeRequest(target(path), connection)

  const findings: Finding[] = []
  for (const [what, path] of [
    ['The list of missions, 25 of 60', '/missions'],
    ['A mission of twenty members', `/missions/${missionId}`],
  ] as const) {
    const statements = await statementsOf(databaseUrl, target(path))
    const { page, plain, file, bare } = await race(
      {
        page: { what, run: requests(path) },
        plain: { what: 'a page without data (accessibility statement)', run: requests('/accessibilite') },
        file: { what: 'a static file (favicon)', run: requests('/favicon.svg') },
        bare: { what: `its ${statements.length} statements, bare`, run: () => timeStatements(client, statements) },
      },
      course,
    )
    const perSecond = await requestsPerSecond(target(path))
    findings.push(
      against(page, bare, { note: `${Math.round(perSecond)} pages/s to 10 visitors` }),
      against(page, plain),
      against(page, file),
    )
  }
  return findings
}

export const measure: Measure = {
  rank: 1,
  title: 'Pages drawn on the server',
  reading: `The real server in a process of its own, a signed-in officer, one request after the other on one connection, the answer read to
its end. Floors: the very statements of the page's loaders, recorded from the product and sent by the bare driver; a page of the same frame
that reads no data; a file the same server sends from the disk.`,
  run,
}
