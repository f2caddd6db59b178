import { type CompiledQuery, type Kysely, sql } from 'kysely'
import type { DB } from '#db/types.ts'
import { countMissions, listMissions } from '#modules/missions/index.ts'
import type { Tx } from '#platform/db.ts'
import type { Ground } from '../ground.ts'
import { callerOf, houseSizes, invited, ordinary, organisationOf } from '../large-house.ts'
import type { Measure } from '../measure.ts'
import { type Finding, type Runner, type Times, against, isBroken, race } from '../race.ts'
import { connectAs } from '../statements.ts'

/** Row-level security may cost a listing that much and no more, at 100,000 missions of 5,000 organisations. */
const promised = 1.3
const statementsEach = 4
const passes = 40

const statements = {
  list: (tx: Tx, organisation: number) => listMissions(tx, organisationOf(organisation), { limit: 25 }),
  count: (tx: Tx, organisation: number) => countMissions(tx, organisationOf(organisation)),
} as const
type Statement = keyof typeof statements

const cases = [
  { name: '1', size: houseSizes['1'], organisation: ordinary },
  { name: '10', size: houseSizes['10'], organisation: ordinary },
  { name: '100', size: houseSizes['100'], organisation: ordinary },
  { name: 'invited', size: houseSizes['100'], organisation: invited },
] as const

const describe = (statement: Statement, { size, organisation }: (typeof cases)[number]) =>
  `${statement === 'list' ? 'First page of the list' : 'Counting the list'}, ${organisation === ordinary ? '60' : '4,000'} missions of ${size.missions.toLocaleString('en')}, ${size.organisations.toLocaleString('en')} organisations`

/** Runs in a transaction of the actor, whose opening is the same for both sides and is not counted. */
async function asActor<Result>(db: Kysely<DB>, organisation: number, run: (tx: Tx) => Promise<Result>): Promise<Result> {
  const { accountId, organisationId } = callerOf(organisation)
  return db.transaction().execute(async (tx) => {
    await sql`select * from identity.enter(${accountId}, ${organisationId})`.execute(tx)
    return run(tx)
  })
}

async function timeStatement(db: Kysely<DB>, statement: Statement, organisation: number): Promise<number> {
  return asActor(db, organisation, async (tx) => {
    const started = performance.now()
    for (let done = 0; done < statementsEach; done += 1) await statements[statement](tx, organisation)
    return (performance.now() - started) / statementsEach
  })
}

/** The plan of a statement that keeps its reader waiting, to find out why. */
async function explain(databaseUrl: string, statement: Statement, organisation: number): Promise<string> {
  let sent: CompiledQuery | undefined
  const db = connectAs('web', databaseUrl, (query) => (sent = query))
  try {
    return await asActor(db, organisation, async (tx) => {
      await statements[statement](tx, organisation)
      if (!sent) return ''
      const { rows } = await tx.executeQuery<Record<string, string>>({ ...sent, sql: `explain (analyze, buffers) ${sent.sql}` })
      return rows.flatMap((row) => Object.values(row)).join('\n')
    })
  } finally {
    await db.destroy()
  }
}

async function run(ground: Ground): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const statement of ['list', 'count'] as const) {
    const runners: Record<string, Runner> = {}
    for (const one of cases) {
      const databaseUrl = await ground.largeHouse(one.size)
      for (const role of ['web', 'owner'] as const) {
        const db = connectAs(role, databaseUrl)
        ground.atEnd(() => db.destroy())
        const what = role === 'web' ? describe(statement, one) : 'the same statement of the owner, who sees all rows'
        runners[`${one.name} ${role}`] = { what, run: () => timeStatement(db, statement, one.organisation) }
      }
    }
    const times: Readonly<Record<string, Times>> = await race(runners, { passes, warmUps: 4 })
    for (const one of cases) {
      const [subject, floor] = [times[`${one.name} web`], times[`${one.name} owner`]]
      if (!subject || !floor) continue
      const finding = against(subject, floor, statement === 'list' && one.name === '100' ? { limit: promised } : {})
      findings.push(finding)
      if (isBroken(finding)) console.log(await explain(await ground.largeHouse(one.size), statement, one.organisation))
    }
    const [small, large] = [times['1 web'], times['100 web']]
    if (small && large)
      findings.push(
        against({ ...large, what: 'A hundred times more missions in the instance' }, { ...small, what: 'the smallest instance' }),
      )
  }
  return findings
}

export const measure: Measure = {
  rank: 5,
  title: 'Row-level security as data grow',
  reading: `The statement of the list of missions and the one that counts it, as they are in the product, read by the role of requests under
row-level security, then by the owner of the database, whom no policy filters: the statements name the organisation themselves. The
instance has 1,000 missions of 50 organisations, ten times that, a hundred times that. An ordinary organisation takes part in 60 missions;
one is invited everywhere, in 4,000. At the largest size the list must stay within ${promised} times.`,
  run,
}
