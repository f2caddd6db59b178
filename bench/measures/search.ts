import pg from 'pg'
import { listMissions } from '#modules/missions/index.ts'
import { searchDirectory } from '#modules/directory/usecases/search-directory.ts'
import { openHouse } from '#app/services.ts'
import { readConfig } from '#platform/config.ts'
import { type Ctx, readAs } from '#platform/context.ts'
import { testEnvironment } from '#tests/demo.ts'
import type { Ground } from '../ground.ts'
import { type HouseSize, callerOf, houseSizes, invited, ordinary, organisationOf } from '../large-house.ts'
import type { Measure } from '../measure.ts'
import { type Finding, type Runner, type Times, against, race, timed } from '../race.ts'

const course = { passes: 9, runs: 6 }

const missionFloor = `
  select m.id from missions.mission m join missions.partner p on p.mission_id = m.id and p.organisation_id = $1 and p.left_at is null
    where m.search_text like '%' || app.fold($2) || '%' or app.fold($2) <% m.search_text order by m.starts_on desc, m.id desc limit 25`
const directoryFloor = `
  select id from (
    select id, search_text from directory.person where organisation_id = $1 and search_text %> $2
    union all select id, search_text from directory.organisation where kept_by = $1 and search_text %> $2
    union all select id, search_text from directory.organisation where is_workspace and search_text %> $2) found
  order by word_similarity($2, search_text) desc limit 25`

type Search = {
  readonly name: string
  readonly what: string
  readonly size: HouseSize
  readonly organisation: number
  readonly read: (ctx: Ctx) => Promise<unknown>
  readonly floor: readonly [statement: string, words: string]
}

const missions = (ctx: Ctx) => listMissions(ctx.tx, ctx.actor.organisationId, { limit: 25, search: 'gêne' })
const directory = (ctx: Ctx) => searchDirectory(ctx, { text: 'Martin', limit: 25 })

const searches: readonly Search[] = [
  {
    name: 'missions 1',
    what: '« gêne » in 60 missions of 1,000',
    size: houseSizes['1'],
    organisation: ordinary,
    read: missions,
    floor: [missionFloor, 'gêne'],
  },
  {
    name: 'missions 100',
    what: '« gêne » in 60 missions of 100,000',
    size: houseSizes['100'],
    organisation: ordinary,
    read: missions,
    floor: [missionFloor, 'gêne'],
  },
  {
    name: 'missions invited',
    what: '« gêne » in 4,000 missions of 100,000',
    size: houseSizes['100'],
    organisation: invited,
    read: missions,
    floor: [missionFloor, 'gêne'],
  },
  {
    name: 'directory 1',
    what: '« Martin » in a directory, 50 directories',
    size: houseSizes['1'],
    organisation: ordinary,
    read: directory,
    floor: [directoryFloor, 'martin'],
  },
  {
    name: 'directory 100',
    what: '« Martin » in a directory, 5,000 directories',
    size: houseSizes['100'],
    organisation: ordinary,
    read: directory,
    floor: [directoryFloor, 'martin'],
  },
]

async function runnersOf(ground: Ground, { name, what, size, organisation, read, floor }: Search): Promise<Record<string, Runner>> {
  const databaseUrl = await ground.largeHouse(size)
  const house = await openHouse(readConfig({ ...testEnvironment, DATABASE_URL: databaseUrl }), { poolSize: 4 })
  ground.atEnd(() => house.close())
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  ground.atEnd(() => client.end())
  const timeSearch = () => readAs(house.services, callerOf(organisation), (ctx) => timed(() => read(ctx)))
  const timeFloor = () => timed(() => client.query(floor[0], [organisationOf(organisation), floor[1]]))
  return { [name]: { what, run: timeSearch }, [`${name} floor`]: { what: 'the bare trigram query of the owner', run: timeFloor } }
}

async function run(ground: Ground): Promise<Finding[]> {
  const runners: Record<string, Runner> = {}
  for (const search of searches) Object.assign(runners, await runnersOf(ground, search))
  const times: Readonly<Record<string, Times>> = await race(runners, course)
  return searches.flatMap(({ name }) => {
    const [subject, floor] = [times[name], times[`${name} floor`]]
    return subject && floor ? [against(subject, floor)] : []
  })
}

export const measure: Measure = {
  rank: 6,
  title: 'Search',
  reading: `What the search fields ask, accents and slips of the keyboard forgiven. Missions are searched within those of the organisation;
the directory within its own people and cards, and all the organisations that work in the instance. Floor: the shortest query of the owner
that finds the same by trigrams, its organisation named, without anything of what the answer shows.`,
  run,
}
