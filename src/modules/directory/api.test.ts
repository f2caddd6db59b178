import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Role } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { type Api, createApi, describeApi, listOperations, sealApi } from '#platform/openapi.ts'
import { type TestOrganisation, type TestPlatform, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import { addDirectoryOperations } from './api.ts'

let platform: TestPlatform
let api: Api
let officer = ''
let reader = ''
let stranger = ''

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  api = createApi(platform.services)
  addDirectoryOperations(api)
  sealApi(api)
  const department = await aWorkspace(platform, 'Département de Rochebrune')
  officer = await aKey(department, ['officer'])
  reader = await aKey(department, ['reader', 'finance', 'assembly'])
  stranger = await aKey(await aWorkspace(platform, 'Port du Détroit'), ['officer'])
})

afterAll(() => platform.close())

async function aKey({ organisationId, accountId }: TestOrganisation, roles: readonly Role[]): Promise<string> {
  const token = `esc_${randomBytes(32).toString('base64url')}`
  const digest = createHash('sha256').update(token).digest()
  await withOwner(platform.ownerUrl, (owner) =>
    owner.query(
      `insert into identity.api_key (organisation_id, name, token_digest, token_hint, roles, created_by) values ($1, 'Essai', $2, 'esc_', $3, $4)`,
      [organisationId, digest, roles, accountId],
    ),
  )
  return token
}

type Json = Record<string, unknown> & { items: Json[]; nextCursor: string | null; id: string }

async function call(
  method: string,
  path: string,
  body?: unknown,
  key = officer,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Json }> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await api.request(path, { method, ...sent, headers: { ...sent.headers, ...headers, authorization: `Bearer ${key}` } })
  return { status: response.status, body: (await response.json()) as Json }
}

const genoa = {
  name: 'Comune di Genova',
  names: { fr: 'Ville de Gênes' },
  kind: 'foreign_authority',
  country: 'IT',
  cityName: 'Gênes',
  identifiers: [{ scheme: 'WIKIDATA', value: 'Q1449' }],
}

test('a card is added, read, changed in part, and its identifiers left alone', async () => {
  const added = await call('POST', '/organisations', genoa)
  const read = await call('GET', `/organisations/${added.body.id}`, undefined, reader)
  const changed = await call('PATCH', `/organisations/${added.body.id}`, { version: 1, website: 'comune.genova.it' })
  const cleared = await call('PATCH', `/organisations/${added.body.id}`, { version: 2, website: null, cityName: null })

  expect([added.status, read.status, changed.status, cleared.status]).toEqual([201, 200, 200, 200])
  expect(read.body).toEqual({ ...added.body })
  expect(added.body).toMatchObject({
    ...genoa,
    cityId: 'e5ca1e00-0000-8000-8000-000003176219',
    website: null,
    isWorkspace: false,
    version: 1,
  })
  expect(changed.body).toEqual({ ...added.body, website: 'https://comune.genova.it/', version: 2 })
  expect(cleared.body).toMatchObject({ website: null, cityName: null, cityId: null, version: 3 })
})

test('a rule that says no answers by its code, and says what it knows', async () => {
  const known = await call('POST', '/organisations', { ...genoa, name: 'Gênes, la ville' })
  const wrong = await call('POST', '/organisations', { ...genoa, identifiers: [{ scheme: 'FR-SIREN', value: '221300016' }] })
  const stale = await call('POST', '/organisations', { name: 'Périmée', kind: 'company', country: 'FR' })
  await call('PATCH', `/organisations/${stale.body.id}`, { version: 1, name: 'Rafraîchie' })
  const late = await call('PATCH', `/organisations/${stale.body.id}`, { version: 1, name: 'Trop tard' })

  expect(known).toMatchObject({
    status: 409,
    body: { code: 'organisation_known_by_identifier', details: { known: { name: 'Comune di Genova' } } },
  })
  expect(wrong).toMatchObject({ status: 422, body: { code: 'identifier_checksum_wrong', details: { scheme: 'FR-SIREN', index: 0 } } })
  expect(late).toMatchObject({ status: 409, body: { code: 'stale_edit', details: { saved: { name: 'Rafraîchie', version: 2 } } } })
})

test.each([
  ['/organisations', { name: 'X', kind: 'empire', country: 'FR' }, '#/kind'],
  ['/organisations', { name: 'X', kind: 'company', country: 'France' }, '#/country'],
  ['/organisations', { name: 'X'.repeat(201), kind: 'company', country: 'FR' }, '#/name'],
  ['/organisations', { name: 'X\u0000', kind: 'company', country: 'FR' }, '#/name'],
  ['/people', { givenName: 'Sans Nom' }, '#/familyName'],
  ['/people', { familyName: 'X', honorific: 'mgr' }, '#/honorific'],
])('a body of another shape is refused at its field: %s %j', async (path, body, pointer) => {
  const refused = await call('POST', path, body)

  expect(refused.status).toBe(422)
  expect((refused.body.errors as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer)
})

test('a person lives through the API: added, affiliated, changed, ended, removed', async () => {
  const town = (await call('POST', '/organisations', { name: 'Ville de Rochebrune', kind: 'municipality', country: 'FR' })).body.id
  const added = await call('POST', '/people', {
    familyName: 'Marchand',
    givenName: 'Élodie',
    phone: '04 91 13 00 00',
    preferredLanguage: 'it',
  })
  const people = `/people/${added.body.id}`
  const affiliated = await call('POST', `${people}/affiliations`, {
    organisationId: town,
    capacity: { fr: 'maire', en: 'mayor' },
    startsOn: '2014-04-04',
  })
  const affiliation = (affiliated.body.affiliations as Json[])[0]?.id
  const again = await call('POST', `${people}/affiliations`, { organisationId: town, capacity: { fr: 'maire', en: 'mayor' } })
  const ended = await call('PUT', `${people}/affiliations/${affiliation}`, {
    capacity: { fr: 'maire', en: 'mayor' },
    startsOn: '2014-04-04',
    endsOn: '2020-07-03',
  })
  const changed = await call('PATCH', people, { version: 1, phone: null, email: 'elodie@example.org' })
  const withdrawn = await call('DELETE', `${people}/affiliations/${affiliation}`)
  const removed = await call('DELETE', people)
  const gone = await call('GET', people)

  expect([added, affiliated, again, ended, changed, withdrawn, removed, gone].map(({ status }) => status)).toEqual([
    201, 201, 409, 200, 200, 200, 200, 404,
  ])
  expect(again.body.code).toBe('held_already')
  expect(ended.body.affiliations).toEqual([
    {
      id: affiliation,
      organisation: { id: town, name: 'Ville de Rochebrune', names: {}, kind: 'municipality' },
      capacity: { fr: 'maire', en: 'mayor' },
      startsOn: '2014-04-04',
      endsOn: '2020-07-03',
      protocolRank: null,
    },
  ])
  expect(changed.body).toMatchObject({ givenName: 'Élodie', phone: null, email: 'elodie@example.org', preferredLanguage: 'it', version: 2 })
})

test('a key that only reads writes nothing, and sees everything its organisation sees', async () => {
  const { id } = (await call('POST', '/people', { familyName: 'Lecture-Seule' })).body
  const writes = await Promise.all([
    call('POST', '/organisations', { name: 'Interdite', kind: 'company', country: 'FR' }, reader),
    call('POST', '/people', { familyName: 'Interdite' }, reader),
    call('PATCH', `/people/${id}`, { version: 1, familyName: 'Interdite' }, reader),
    call('DELETE', `/people/${id}`, undefined, reader),
  ])

  expect(writes.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  expect((await call('GET', `/people/${id}`, undefined, reader)).status).toBe(200)
})

test('another organisation’s key finds nothing there, in lists as by address', async () => {
  const { id } = (await call('POST', '/people', { familyName: 'Confidentielle' })).body
  const card = (await call('POST', '/organisations', { name: 'Confidence SA', kind: 'company', country: 'FR' })).body.id
  const answers = await Promise.all([
    call('GET', `/people/${id}`, undefined, stranger),
    call('PATCH', `/people/${id}`, { version: 1, familyName: 'Prise' }, stranger),
    call('DELETE', `/people/${id}`, undefined, stranger),
    call('GET', `/organisations/${card}`, undefined, stranger),
    call('PATCH', `/organisations/${card}`, { version: 1, name: 'Prise' }, stranger),
  ])
  const missing = await call('GET', `/people/${crypto.randomUUID()}`, undefined, stranger)

  const withoutNumber = ({ status, body: { requestId: _requestId, ...body } }: { status: number; body: Json }) => ({ status, body })
  expect(answers.map(withoutNumber)).toEqual(answers.map(() => withoutNumber(missing)))
  expect((await call('GET', '/people', undefined, stranger)).body.items).toEqual([])
  expect((await call('GET', '/organisations?limit=200', undefined, stranger)).body.items.map(({ name }) => name)).not.toContain(
    'Confidence SA',
  )
  expect((await call('GET', '/directory/search?q=confidence', undefined, stranger)).body.results).toEqual([])
  expect((await call('GET', '/directory/search?q=confidence')).body.results).toMatchObject([
    { name: 'Confidence SA' },
    { name: 'Confidentielle' },
  ])
})

test.each(['/organisations', '/people', '/cities'])('%s is read page by page, each row once', async (path) => {
  await call('POST', '/people', { familyName: `Page ${path}` })
  const all = (await call('GET', `${path}?limit=200`)).body
  const met: unknown[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Json = (await call('GET', `${path}?limit=2${cursor ? `&cursor=${cursor}` : ''}`)).body
    met.push(...page.items)
    cursor = page.nextCursor
  }

  expect(all.nextCursor).toBeNull()
  expect(met).toEqual(all.items)
})

test('a cursor that is none, and an address that cannot exist, are not found', async () => {
  const strange = Buffer.from('["x"]').toString('base64url')
  const answers = await Promise.all(
    [
      '/people?cursor=nimporte',
      `/people?cursor=${strange}`,
      `/cities?cursor=${strange}`,
      '/people/nimporte',
      '/cities/nimporte',
      '/organisations/nimporte',
    ].map((path) => call('GET', path)),
  )

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
})

test('the same call repeated with its key adds one person', async () => {
  const repeated = () => call('POST', '/people', { familyName: 'Une-Seule-Fois' }, officer, { 'idempotency-key': 'import-42-line-7' })

  const [first, second] = [await repeated(), await repeated()]

  expect(second).toEqual(first)
  expect((await call('GET', '/directory/search?q=Une-Seule-Fois&kind=person')).body.results).toHaveLength(1)
})

test('the search says when it only found what resembles', async () => {
  const found = await call('GET', '/directory/search?q=mimai&kind=city')

  expect(found.body).toEqual({
    results: [{ kind: 'city', id: 'e5ca1e00-0000-8000-8000-000004164138', name: 'Miami' }],
    total: 1,
    isApproximate: true,
  })
})

test('every operation has a name of its own and is described in the document', () => {
  const operations = listOperations(api)
  const document = describeApi(api, { title: 'Escale', version: '1', description: '', basePath: '/api/v1' })

  expect(operations.map(({ operationId }) => operationId).sort()).toEqual([
    'addOrganisation',
    'addPerson',
    'affiliatePerson',
    'changeAffiliation',
    'changeOrganisation',
    'changePerson',
    'listCities',
    'listOrganisations',
    'listPeople',
    'readCity',
    'readOrganisation',
    'readPerson',
    'removeAffiliation',
    'removePerson',
    'searchDirectory',
  ])
  expect(Object.keys(document.components?.schemas ?? {})).toEqual(
    expect.arrayContaining(['Organisation', 'Person', 'Affiliation', 'Identifier', 'City']),
  )
})
