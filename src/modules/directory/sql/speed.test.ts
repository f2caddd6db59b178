import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type TestOrganisation, type TestPlatform, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'

let platform: TestPlatform
let department: TestOrganisation
let client: Client

/** Plans of every statement run inside functions, as auto_explain tells them to this connection. */
let plans: string[] = []

const directoriesBeside = 20
const peopleEach = 1000
const cardsEach = 500

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  department = await aWorkspace(platform, 'Département de Rochebrune')
  client = new Client({ connectionString: platform.ownerUrl })
  await client.connect()
  for (let index = 0; index < directoriesBeside; index += 1) await fill(await aWorkspace(platform, `Ville numéro ${index}`), index)
  await fill(department, directoriesBeside)
  await client.query('vacuum analyze directory.person, directory.organisation, directory.organisation_identifier')
  client.on('notice', (notice) => plans.push(notice.message ?? ''))
  await client.query(`load 'auto_explain'`)
  await client.query(`set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set client_min_messages = log`)
}, 120_000)

afterAll(async () => {
  await client.end()
  await platform.close()
})

/** Names that look like names: syllables drawn by digits of a counter, the same at each run. Triggers are left out: they are not what is measured. */
async function fill({ organisationId }: TestOrganisation, seed: number): Promise<void> {
  const name = (salt: number) => `(array['mar','ber','du','le','fon','gau','ri','val','cha','tho'])[1 + (g * ${salt} + ${seed}) % 10]
    || (array['tin','nard','pont','roux','taine','thier','chard','lier','bert','mas'])[1 + (g / 10 + ${seed} * ${salt}) % 10] || (array['','eau','elle','in','ot'])[1 + (g / 100) % 5]`
  await client.query('set session_replication_role = replica')
  await client.query(
    `insert into directory.person (organisation_id, given_name, family_name) select $1, initcap(${name(3)}), initcap(${name(7)}) from generate_series(1, ${peopleEach}) g`,
    [organisationId],
  )
  await client.query(
    `insert into directory.organisation (kept_by, name, kind) select $1, initcap(${name(3)}) || ' ' || initcap(${name(9)}) || ' ' || g, 'company' from generate_series(1, ${cardsEach}) g`,
    [organisationId],
  )
  await client.query('set session_replication_role = origin')
}

async function explained(statement: string, values: unknown[] = []): Promise<{ rows: unknown[]; plan: string }> {
  plans = []
  await client.query('begin')
  await client.query('set local role escale_web')
  await client.query('select identity.enter($1, $2)', [department.accountId, department.organisationId])
  const { rows } = await client.query(statement, values)
  await client.query('rollback')
  return { rows, plan: plans.join('\n') }
}

const scans = (plan: string, table: string) => [...plan.matchAll(new RegExp(`Seq Scan on ${table}\\b`, 'g'))].length

test('a person is found through the trigram index of one’s own directory, never by reading them all', async () => {
  const { rows, plan } = await explained(`select * from directory.search('[["martin"]]', 0.6, null, null, 'person', 25, 0)`)

  expect(rows.length).toBeGreaterThan(0)
  expect(plan).toMatch(/Bitmap Index Scan on person_by_search_text[\s\S]*?Index Cond: \(\(organisation_id = [\s\S]*?AND \(search_text %> /)
  expect(scans(plan, 'person')).toBe(0)
})

test('an organisation is found through trigram indexes, among one’s own cards as among the workspaces', async () => {
  const { rows, plan } = await explained(`select * from directory.search('[["berthier"]]', 0.6, '221300015', null, 'organisation', 25, 0)`)

  expect(rows.length).toBeGreaterThan(0)
  expect(plan).toContain('organisation_by_search_text')
  expect(plan).toMatch(/workspace_by_(?:search_text|name)/)
  expect(scans(plan, 'organisation')).toBe(0)
})

test('the organisation an import names is found without reading them all', async () => {
  const { plan } = await explained(`select * from directory.organisations_named('Martin Bernard 12', 'FR')`)

  expect(plan).toMatch(/organisation_by_search_text|organisation_by_name/)
  expect(scans(plan, 'organisation')).toBe(0)
})

test('the alphabetical list reads one page of an index and sorts nothing', async () => {
  const { rows, plan } = await explained(
    `select id from directory.person p order by app.fold(p.family_name), app.fold(p.given_name), p.id limit 25`,
  )

  expect(rows).toHaveLength(25)
  expect(plan).toContain('person_by_name')
  expect(plan.split('Query Text').findLast((text) => text.includes('family_name'))).not.toMatch(/\bSort\b/)
})

test('without the keeper’s function, row-level security would keep the search from its index', async () => {
  const { plan } = await explained(`select id from directory.person where search_text %> 'martin'`)

  expect(plan).not.toMatch(/Index Cond: [^\n]*search_text %>/)
})
