import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Forbidden } from '#platform/actor.ts'
import { type Caller, type Ctx, act, readAs } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { listHistory } from '#platform/history.ts'
import { type Outcome, valueOf } from '#platform/pure/outcome.ts'
import { readTable } from '#platform/tabular/read-table.ts'
import { writeListFile } from '#platform/tabular/write-list-file.ts'
import { type TestOrganisation, type TestPlatform, aColleague, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import type { ListFormat, FileKind } from '../domain/card-columns.ts'
import { insertExport } from '../sql/exports.ts'
import { organisationTable, personTable } from '../ui/card-table.ts'
import { addOrganisation } from './add-organisation.ts'
import { addPerson } from './add-person.ts'
import { affiliate } from './affiliate.ts'
import { exportCards } from './export-cards.ts'

let platform: TestPlatform
let department: TestOrganisation
let port: TestOrganisation
let reader: Caller

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  department = await aWorkspace(platform, 'Département de Rochebrune')
  port = await aWorkspace(platform, 'Port du Détroit')
  reader = await aColleague(platform, department, ['reader', 'finance', 'assembly'])
  const genoa = valueOf(await as(department.caller, (ctx) => addOrganisation(ctx, { ...card, name: 'Comune di Génova', country: 'IT' })))
  const ada = valueOf(await as(department.caller, (ctx) => addPerson(ctx, { ...someone, familyName: '=CMD|calc' })))
  valueOf(await as(department.caller, (ctx) => affiliate(ctx, ada, genoa, { capacity: { fr: 'Maire' }, startsOn: null, endsOn: null })))
  valueOf(
    await as(department.caller, (ctx) => affiliate(ctx, ada, genoa, { capacity: { fr: 'Présidente' }, startsOn: null, endsOn: null })),
  )
  valueOf(await as(department.caller, (ctx) => addPerson(ctx, { ...someone, familyName: 'Zunino' })))
  valueOf(await as(port.caller, (ctx) => addPerson(ctx, { ...someone, familyName: 'Zunino-Secret' })))
})
afterAll(() => platform.close())

const card = { name: '', names: {}, kind: 'municipality', country: 'FR', city: '', website: '', identifiers: [] } as const
const someone = { givenName: 'Ada', honorific: null, originalScript: '', preferredLanguage: '', email: '', phone: '' } as const
const as = <Value, Problem>(caller: Caller, run: (ctx: Ctx) => Promise<Outcome<Value, Problem>>) => act(platform.services, caller, run)
const take = async (caller: Caller, text = '', kind: FileKind | null = null, format: ListFormat = 'csv') =>
  valueOf(await as(caller, (ctx) => exportCards(ctx, { text, kind }, format)))

test('a colleague who only reads takes nothing away, and nothing is written', async () => {
  await expect(take(reader)).rejects.toThrow(Forbidden)
})

test('the database refuses an export in the name of somebody else, or by who only reads', async () => {
  const facts = { format: 'csv', question: '', personCount: 1, organisationCount: 0, recordedAt: platform.services.now() } as const
  const insert = (caller: Caller) => readAs(platform.services, caller, (ctx) => insertExport(ctx.tx, facts))

  await expect(insert(reader)).rejects.toThrow(/row-level security/)
  await expect(
    readAs(platform.services, department.caller, (ctx) =>
      ctx.tx
        .insertInto('directory.export')
        .values({ ...facts, recordedBy: port.accountId })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('every constraint of an export holds by its name', async () => {
  const insert = (columns: string, values: string) =>
    withOwner(platform.ownerUrl, (owner) =>
      owner.query(
        `insert into directory.export (organisation_id, recorded_at, person_count, organisation_count, ${columns}) values ($1, now(), ${values})`,
        [department.organisationId],
      ),
    )

  await expect(insert('format', `0, 0, 'pdf'`)).rejects.toThrow('format_is_known')
  await expect(insert('format', `-1, 0, 'csv'`)).rejects.toThrow('counts_are_plausible')
})

test('one takes the people one keeps, never those of another directory, and the journal tells it', async () => {
  const { people, organisations } = await take(department.caller, 'Zunino', 'person', 'vcf')

  expect(people.map(({ familyName }) => familyName)).toEqual(['Zunino'])
  expect(organisations).toEqual([])
  const [entry] = await readAs(platform.services, department.caller, ({ tx }) => listHistory(tx, { limit: 1 }))
  expect(entry).toMatchObject({
    event: 'directory.exported',
    entity: 'directory.export',
    after: { format: 'vcf', question: 'Zunino', personCount: 1 },
  })
})

test('a list without words is all that one sees: one’s people, the cards of others that work here', async () => {
  const { people, organisations } = await take(department.caller)

  expect(people.map(({ familyName }) => familyName)).toEqual(['=CMD|calc', 'Zunino'])
  expect(organisations.map(({ name }) => name)).toEqual(['Comune di Génova', 'Département de Rochebrune', 'Port du Détroit'])
})

test.each(['csv', 'xlsx'])('a %s has one line for each capacity, and no cell that a spreadsheet would compute', async (format) => {
  const { people } = await take(department.caller, '', 'person')
  const file = await writeListFile([personTable(people, 'fr')], 'Annuaire', format, platform.services.now())
  const bytes = await file.bytes()

  const table = valueOf(readTable(bytes))
  expect(table.headers.slice(0, 4)).toEqual(['Fiche', 'Civilité', 'Prénom', 'Nom'])
  expect(table.rows.map((row) => [row[3], row[8], row[10], row[11]])).toEqual([
    ['=CMD|calc', 'Maire', 'Comune di Génova', 'Italie'],
    ['=CMD|calc', 'Présidente', 'Comune di Génova', 'Italie'],
    ['Zunino', '', '', ''],
  ])
  if (format === 'csv') expect(new TextDecoder().decode(bytes)).toContain(`;'=CMD|calc;`)
})

test('a file of organisations says country and kind in words', async () => {
  const { organisations } = await take(department.caller, 'Genova', 'organisation')

  expect(organisationTable(organisations, 'en').rows.map((row) => row.slice(1, 6))).toEqual([
    ['Comune di Génova', null, null, 'Municipality', 'Italy'],
  ])
})
