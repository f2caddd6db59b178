import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { openHouse } from '#app/services.ts'
import { importMembers } from '#modules/delegations/usecases/import-members.ts'
import { readMemberRows } from '#modules/delegations/usecases/read-member-rows.ts'
import { memberRowShape } from '#modules/delegations/domain/import-shape.ts'
import { copyIn, copyOut } from '#platform/backup/copy.ts'
import { readConfig } from '#platform/config.ts'
import { act } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { guessMapping } from '#platform/tabular/import.ts'
import { readTable } from '#platform/tabular/read-table.ts'
import { testEnvironment } from '#tests/demo.ts'
import type { Ground } from '../ground.ts'
import { callerOf, fillHouse, ordinary, organisationOf } from '../large-house.ts'
import type { Measure } from '../measure.ts'
import { type Finding, against, race, timed } from '../race.ts'

const delegates = 10_000
const passes = 3

/** The list a chamber of commerce would send: everyone with an address and an organisation, a few elected members. */
function csvOf(count: number): Buffer {
  const categories = ['Entreprise', 'Entreprise', 'Entreprise', 'Agent', 'Élu', 'Invité', 'Presse']
  const lines = Array.from({ length: count }, (_, index) => {
    const category = categories[index % categories.length]
    return `P-${index};Prénom${index % 97};Nom ${index};${category};Chargée d’affaires;Société ${index % 1500};p${index}@example.org;+3349100${String(index).padStart(5, '0')}`
  })
  return Buffer.from(['Numéro;Prénom;Nom;Catégorie;Qualité;Organisation représentée;Adresse électronique;Téléphone', ...lines].join('\r\n'))
}

/** Two tables like the product's, with their constraints and indexes, without triggers nor policies. */
const floorTables = [
  ['bench.member', 'delegations.member'],
  ['bench.contact', 'delegations.member_contact'],
] as const

async function copyRows(client: pg.Client, rows: readonly (readonly [string, Buffer])[]): Promise<number> {
  await client.query('truncate bench.member, bench.contact')
  return timed(async () => {
    await client.query('begin')
    for (const [command, text] of rows) await pipeline(Readable.from([text]), copyIn(client, command).stream)
    await client.query('commit')
  })
}

/** What COPY is given: the columns one may write, and the rows as the import left them. */
async function rowsOf(client: pg.Client): Promise<[string, Buffer][]> {
  const rows: [string, Buffer][] = []
  for (const [floor, table] of floorTables) {
    const columns = await client.query<{ list: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as list from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    )
    const list = columns.rows[0]?.list ?? ''
    rows.push([`copy ${floor} (${list}) from stdin`, await buffer(copyOut(client, `copy (select ${list} from ${table}) to stdout`).stream)])
  }
  return rows
}

async function run(ground: Ground): Promise<Finding[]> {
  const databaseUrl = await ground.emptyDatabase()
  await withOwner(databaseUrl, async (owner) => {
    await fillHouse(owner, { organisations: 50, missions: 500 })
    await owner.query('create schema bench')
    for (const [floor, table] of floorTables) await owner.query(`create table ${floor} (like ${table} including all)`)
  })
  const house = await openHouse(readConfig({ ...testEnvironment, DATABASE_URL: databaseUrl }))
  ground.atEnd(() => house.close())
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  ground.atEnd(() => client.end())
  const missions = await client.query<{ id: string }>(
    `select mission_id as id from missions.partner where organisation_id = $1 and role = 'lead'`,
    [organisationOf(ordinary)],
  )
  const fresh = missions.rows.map(({ id }) => id)
  const file = csvOf(delegates)

  const importFile = async () => {
    const missionId = fresh.pop() ?? ''
    return timed(async () => {
      const table = valueOf(readTable(file))
      const lines = readMemberRows({ ...table, mapping: guessMapping(table.headers, memberRowShape) })
      const given = lines.flatMap((line) => (line.given ? [{ line: line.line, given: line.given }] : []))
      const counts = valueOf(await act(house.services, callerOf(ordinary), (ctx) => importMembers(ctx, missionId, given)))
      if (counts.created !== delegates) throw new Error(`${counts.created} delegates were created`)
    })
  }
  await importFile()
  const rows = await rowsOf(client)
  const { product, copy } = await race(
    {
      product: { what: `${delegates.toLocaleString('en')} delegates, from the file to the commit`, run: importFile },
      copy: { what: 'raw COPY of the same rows', run: () => copyRows(client, rows) },
    },
    { passes, seconds: 20 },
  )
  const finding = against(product, copy)
  return [{ ...finding, note: `${Math.round((delegates / finding.time.median) * 1000).toLocaleString('en')} delegates/s` }]
}

export const measure: Measure = {
  rank: 3,
  title: 'Import of delegates',
  reading: `A CSV of 10,000 lines read, recognised, checked cell by cell, planned against who is known, written with contacts under row-level
security, every row in the journal's chain of digests; one transaction. Floor: COPY of the very rows into two tables with the same
constraints and indexes, without triggers nor policies.`,
  run,
}
