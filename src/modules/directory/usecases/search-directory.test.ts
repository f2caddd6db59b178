import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Ctx, act, readAs } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { type TestOrganisation, type TestPlatform, aColleague, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import type { SearchResult } from '../domain/search-result.ts'
import { addOrganisation } from './add-organisation.ts'
import { addPerson } from './add-person.ts'
import { affiliate } from './affiliate.ts'
import { searchDirectory, searchOrganisations } from './search-directory.ts'

let platform: TestPlatform
let department: TestOrganisation
let port: TestOrganisation

const people: readonly (readonly [string, string, string])[] = [
  ['Élodie', 'Lefèvre-Marchand', ''],
  ['Jean-Claude', 'Gaudry', ''],
  ['Xiaoming', 'Wang', '王小明'],
]
const cards = [
  {
    name: 'Comune di Genova',
    names: { fr: 'Ville de Gênes', en: 'City of Genoa' },
    country: 'IT',
    city: 'Gênes',
    kind: 'foreign_authority',
  },
  { name: 'Œuvre des Mers du Sud', names: {}, country: 'FR', city: 'Marseille', kind: 'association' },
  { name: 'Autorità portuale di Livorno', names: {}, country: 'IT', city: 'Livorno', kind: 'port' },
] as const

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  department = await aWorkspace(platform, 'Département de Rochebrune')
  port = await aWorkspace(platform, 'Port du Détroit')
  await act(platform.services, department.caller, async (ctx) => {
    for (const [givenName, familyName, originalScript] of people)
      valueOf(await addPerson(ctx, aPerson({ givenName, familyName, originalScript })))
    for (const card of cards) {
      const identifiers = card.kind === 'association' ? [{ scheme: 'FR-SIREN' as const, value: '221 300 015' }] : []
      valueOf(await addOrganisation(ctx, { ...card, website: '', identifiers }))
    }
    return { ok: true, value: null }
  })
  await act(platform.services, port.caller, async (ctx) => {
    valueOf(await addPerson(ctx, aPerson({ givenName: 'Solange', familyName: 'Secrétan' })))
    return addOrganisation(ctx, {
      ...cards[1],
      name: 'Armement Secrétan',
      website: '',
      identifiers: [{ scheme: 'FR-SIREN', value: '356000000' }],
    })
  })
})

afterAll(() => platform.close())

function aPerson(facts: { givenName: string; familyName: string; originalScript?: string }) {
  return { honorific: null, originalScript: '', preferredLanguage: '', email: '', phone: '', ...facts }
}

const ask = (text: string, kind: SearchResult['kind'] | null = null, run = searchDirectory) =>
  readAs(platform.services, department.caller, (ctx: Ctx) => run(ctx, { text, kind, limit: 10 }))

const label = (result: SearchResult) => (result.kind === 'person' ? `${result.givenName} ${result.familyName}` : result.name)

test.each([
  ['genes', ['Genoa', 'Comune di Genova']],
  ['GÊNES', ['Genoa', 'Comune di Genova']],
  ['ville de genes', ['Comune di Genova']],
  ['lefevre', ['Élodie Lefèvre-Marchand']],
  ['marchand elodie', ['Élodie Lefèvre-Marchand']],
  ['gaudry jean claude', ['Jean-Claude Gaudry']],
  ['王小明', ['Xiaoming Wang']],
  ['oeuvre mers', ['Œuvre des Mers du Sud']],
  ['leffevre', ['Élodie Lefèvre-Marchand']],
  ['marseile', ['Marseille', 'Département de Rochebrune', 'Port du Détroit', 'Œuvre des Mers du Sud']],
  ['221 300 015', ['Œuvre des Mers du Sud']],
])('« %s » finds %j at once', async (text, expected) => {
  const found = await ask(text)

  expect(found.isApproximate).toBe(false)
  expect(found.results.map(label)).toEqual(expect.arrayContaining(expected))
  expect(found.results.map(label)[0]).toBe(expected[0])
  expect(found.total).toBe(found.results.length)
})

test.each([
  ['mimai', 'Miami'],
  ['lefvere', 'Élodie Lefèvre-Marchand'],
  ['nantse', 'Nantes'],
  ['livrono', 'Autorità portuale di Livorno'],
])('« %s » finds %s among what resembles it, and says so', async (text, expected) => {
  const found = await ask(text)

  expect(found.isApproximate).toBe(true)
  expect(found.results.map(label)).toContain(expected)
})

test('the country of a question brings its cities, one’s own cards and the workspaces there, nobody else’s cards', async () => {
  const abroad = await aWorkspace(platform, 'Comune di Livorno')
  await withOwner(platform.ownerUrl, (owner) =>
    owner.query(`update directory.organisation set country = 'IT' where id = $1`, [abroad.organisationId]),
  )
  await act(platform.services, port.caller, (ctx) =>
    addOrganisation(ctx, { ...cards[0], name: 'Fincantieri del Porto', website: '', identifiers: [] }),
  )

  const found = await ask('italie')

  expect(found.results.map(label).sort()).toEqual([
    'Autorità portuale di Livorno',
    'Comune di Genova',
    'Comune di Livorno',
    'Genoa',
    'Milan',
    'Turin',
  ])
})

test('one kind at a time leaves out the others', async () => {
  const [organisations, cities, persons] = [await ask('genes', 'organisation'), await ask('genes', 'city'), await ask('genes', 'person')]

  expect(organisations.results.map(label)).toEqual(['Comune di Genova'])
  expect(cities.results.map(label)).toEqual(['Genoa'])
  expect(persons.results.filter((result) => result.kind !== 'person')).toEqual([])
})

test('every word must be answered: a name and a stranger’s name find nobody', async () => {
  expect((await ask('elodie wang')).results).toEqual([])
})

test.each(['', '   ', '%', '_', "'; drop table directory.person; --", '\\', '" "', 'zzzzzzzz'])(
  '« %s » finds nothing and breaks nothing',
  async (text) => {
    expect(await ask(text)).toEqual({ results: [], total: 0, isApproximate: expect.any(Boolean) })
  },
)

test('another organisation’s people, cards and identifiers are not found, by name or by number', async () => {
  const found = await Promise.all(['Secrétan', 'Solange', 'Armement', '356000000'].map((text) => ask(text)))

  expect(found.flatMap(({ results }) => results.map(label)).filter((name) => /secr/i.test(name))).toEqual([])
  const theirs = await readAs(platform.services, port.caller, (ctx) => searchDirectory(ctx, { text: 'secretan', limit: 10 }))
  expect(theirs.results.map(label).sort()).toEqual(['Armement Secrétan', 'Solange Secrétan'])
})

test('without an actor the search finds nothing at all', async () => {
  const { rowCount } = await withOwner(platform.ownerUrl, async (owner) => {
    await owner.query('set role escale_web')
    return owner.query(`select * from directory.search('[["genes"]]', 0.3, null, 'IT', null, 100, 0)`)
  })

  expect(rowCount).toBe(0)
})

test('a page continues where the one before it ended', async () => {
  const page = (offset: number) =>
    readAs(platform.services, department.caller, (ctx) => searchDirectory(ctx, { text: 'italie', limit: 2, offset }))

  const pages = [await page(0), await page(2), await page(4), await page(6)]

  expect(pages.map(({ results }) => results.length)).toEqual([2, 2, 2, 0])
  expect(new Set(pages.flatMap(({ results }) => results.map(({ id }) => id))).size).toBe(6)
  expect(pages[0]?.total).toBe(6)
})

test('a person is shown with what they are today, not with what they were', async () => {
  const reader = await aColleague(platform, department, ['reader'])
  await act(platform.services, department.caller, async (ctx) => {
    const [person] = (await searchDirectory(ctx, { text: 'gaudry', limit: 1 })).results
    const [organisation] = await searchOrganisations(ctx, 'genova')
    const as = (fr: string, startsOn: string | null, endsOn: string | null) =>
      affiliate(ctx, person?.id ?? '', organisation?.id ?? '', { capacity: { fr }, startsOn: startsOn as never, endsOn: endsOn as never })
    valueOf(await as('adjoint', '2008-01-01', '2014-03-30'))
    valueOf(await as('maire', '2014-03-31', null))
    return as('président de la Métropole', null, null)
  })

  const [found] = (await readAs(platform.services, reader, (ctx) => searchDirectory(ctx, { text: 'gaudry', limit: 1 }))).results

  expect(found?.kind === 'person' && found.capacities).toEqual([
    { capacity: { fr: 'maire' }, organisation: 'Comune di Genova' },
    { capacity: { fr: 'président de la Métropole' }, organisation: 'Comune di Genova' },
  ])
})
