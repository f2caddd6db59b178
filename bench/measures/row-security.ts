import { type CompiledQuery, type Kysely, sql } from 'kysely'
import type { DB } from '#db/types.ts'
import { countMissions, listMissions } from '#modules/missions/index.ts'
import type { Tx } from '#platform/db.ts'
import type { Ground } from '../ground.ts'
import { type HouseSize, callerOf, houseSizes, invited, ordinary, organisationOf } from '../large-house.ts'
import type { Measure } from '../measure.ts'
import { type Finding, type Runner, type Times, against, isBroken, race, timed } from '../race.ts'
import { connectAs } from '../statements.ts'

/** Row-level security may cost a listing that much and no more, at 100,000 missions of 5,000 organisations. */
const promised = 1.3

const statements = {
  list: (tx: Tx, organisation: number) => listMissions(tx, organisationOf(organisation), { limit: 25 }),
  count: (tx: Tx, organisation: number) => countMissions(tx, organisationOf(organisation)),
} as const
type Statement = keyof typeof statements

type Case = { readonly name: string; readonly size: HouseSize; readonly organisation: number }

const sizes: readonly Case[] = Object.entries(houseSizes).map(([name, size]) => ({ name, size, organisation: ordinary }))
const longList: Case = { name: 'long', size: houseSizes['100'], organisation: invited }

function describe(statement: Statement, { missions, organisations }: HouseSize, organisation: number): string {
  const what = statement === 'list' ? 'First page of the list' : 'Counting the list'
  const own = organisation === ordinary ? '60' : '4,000'
  return `${what}, ${own} missions of ${missions.toLocaleString('en')}, ${organisations.toLocaleString('en')} organisations`
}

/** Runs in a transaction of the actor, whose opening is the same for both sides and is not counted. */
async function asActor<Result>(db: Kysely<DB>, organisation: number, run: (tx: Tx) => Promise<Result>): Promise<Result> {
  const { accountId, organisationId } = callerOf(organisation)
  return db.transaction().execute(async (tx) => {
    await sql`select * from identity.enter(${accountId}, ${organisationId})`.execute(tx)
    return run(tx)
  })
}

function timeStatement(db: Kysely<DB>, statement: Statement, organisation: number): Promise<number> {
  return asActor(db, organisation, (tx) => timed(() => statements[statement](tx, organisation)))
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

async function runnersOf(ground: Ground, statement: Statement, { name, size, organisation }: Case): Promise<Record<string, Runner>> {
  const databaseUrl = await ground.largeHouse(size)
  const run = (role: 'web' | 'owner') => {
    const db = connectAs(role, databaseUrl)
    ground.atEnd(() => db.destroy())
    return () => timeStatement(db, statement, organisation)
  }
  return {
    [`${name} web`]: { what: describe(statement, size, organisation), run: run('web') },
    [`${name} owner`]: { what: 'the same by the owner, without policies', run: run('owner') },
  }
}

/** The three sizes together, so that they can be compared with each other; the long lists by themselves, because they take ten times as long. */
async function raceOf(ground: Ground, statement: Statement): Promise<Readonly<Record<string, Times>>> {
  const together: Record<string, Runner> = {}
  for (const each of sizes) Object.assign(together, await runnersOf(ground, statement, each))
  return {
    ...(await race(together, { passes: 15, runs: 12, seconds: 15 })),
    ...(await race(await runnersOf(ground, statement, longList), { passes: 9, runs: 4, seconds: 8 })),
  }
}

async function run(ground: Ground): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const statement of ['list', 'count'] as const) {
    const times = await raceOf(ground, statement)
    for (const { name, size, organisation } of [...sizes, longList]) {
      const [subject, floor] = [times[`${name} web`], times[`${name} owner`]]
      if (!subject || !floor) continue
      const finding = against(subject, floor, statement === 'list' && name === '100' ? { limit: promised } : {})
      findings.push(finding)
      if (isBroken(finding)) console.log(await explain(await ground.largeHouse(size), statement, organisation))
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
