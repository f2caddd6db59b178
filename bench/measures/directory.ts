import pg from 'pg'
import { searchDirectory } from '#modules/directory/usecases/search-directory.ts'
import { openHouse } from '#app/services.ts'
import { readConfig } from '#platform/config.ts'
import { readAs } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { testEnvironment } from '#tests/demo.ts'
import type { Ground } from '../ground.ts'
import { fillDirectory, keeper } from '../large-directory.ts'
import { callerOf, organisationOf } from '../large-house.ts'
import type { Measure } from '../measure.ts'
import { type Finding, type Runner, type Times, against, race, timed } from '../race.ts'

const course = { passes: 9, runs: 6, seconds: 40 }

/** What people type, and what must come first. */
const questions = [
  { what: 'a family name', text: 'Marnarbert' },
  { what: 'accents left out', text: 'echelin' },
  { what: 'a given and a family name', text: 'aicha hechebert' },
  { what: 'two names nobody bears together', text: 'noemie hechebert' },
  { what: 'a letter missing', text: 'marnarbet' },
  { what: 'two letters swapped', text: 'marnrabert' },
  { what: 'an organisation', text: 'chambre de commerce gaudefroy' },
  { what: 'a slip in a common name', text: 'elodei' },
  { what: 'a name nobody bears', text: 'xylophage' },
  { what: 'a given name of 8,000 people', text: 'Élodie' },
] as const

/** The promise of the product, at the database. */
const mostMilliseconds = 100

const floor = `select id from directory.person where organisation_id = $1 and app.fold(family_name) = app.fold($2) order by app.fold(given_name), id limit 25`

async function run(ground: Ground): Promise<Finding[]> {
  const databaseUrl = await ground.emptyDatabase()
  await withOwner(databaseUrl, fillDirectory)
  const house = await openHouse(readConfig({ ...testEnvironment, DATABASE_URL: databaseUrl }), { poolSize: 4 })
  ground.atEnd(() => house.close())
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  ground.atEnd(() => client.end())

  const ask = (text: string) => readAs(house.services, callerOf(keeper), (ctx) => timed(() => searchDirectory(ctx, { text, limit: 25 })))
  const runners: Record<string, Runner> = {
    floor: { what: 'one name in the B-tree', run: () => timed(() => client.query(floor, [organisationOf(keeper), 'Marnarbert'])) },
  }
  for (const { what, text } of questions) runners[text] = { what: `${what}: « ${text} »`, run: () => ask(text) }
  const times: Readonly<Record<string, Times>> = await race(runners, course)
  return questions.flatMap(({ text }) => {
    const [subject, below] = [times[text], times.floor]
    if (!subject || !below) return []
    const finding = against(subject, below)
    const isLate = finding.time.median > mostMilliseconds
    return [{ ...finding, ...(isLate ? { limit: 0, note: `beyond the ${mostMilliseconds} ms promised` } : {}) }]
  })
}

export const measure: Measure = {
  rank: 6.5,
  title: 'One large directory',
  reading: `The search of the directory where one organisation keeps 100,000 people and 20,000 organisations: as typed, without accents, with slips.
Each question answers within ${mostMilliseconds} ms at the database, or the measure fails. Floor: one family name looked up in the B-tree index, by the
owner, on a connection that is open already.`,
  run,
}
