import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Caller, act, readAs } from '#platform/context.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { type Door, openDoors } from '#tests/doors.ts'
import { type TestOrganisation, type TestPlatform, aColleague, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import type { PersonId } from '../domain/person.ts'
import { loadOrganisation } from '../sql/organisations.ts'
import { listPeople, loadPerson } from '../sql/people.ts'
import { addPerson } from '../usecases/add-person.ts'
import { ensureOrganisation } from '../usecases/ensure-organisation.ts'
import * as city from './city.tsx'
import * as directory from './directory.tsx'
import * as editAffiliation from './edit-affiliation.tsx'
import * as editOrganisation from './edit-organisation.tsx'
import * as editPerson from './edit-person.tsx'
import * as newOrganisation from './new-organisation.tsx'
import * as newPerson from './new-person.tsx'
import * as organisation from './organisation.tsx'
import * as person from './person.tsx'

let platform: TestPlatform
let department: TestOrganisation
let port: TestOrganisation
let reader: Caller & { kind: 'account' }
let doors: ReturnType<typeof openDoors>

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  doors = openDoors(platform.services)
  department = await aWorkspace(platform, 'Département de Rochebrune')
  port = await aWorkspace(platform, 'Port du Détroit')
  reader = await aColleague(platform, department, ['reader'])
})

afterAll(() => platform.close())

const address = 'https://escale.example/annuaire'
const get = (door: Door, params: Record<string, string> = {}, query = '', who: Caller = department.caller) =>
  doors.knock(door, who, new Request(`${address}${query}`), params)
const post = (door: Door, fields: Record<string, string>, params: Record<string, string> = {}, who: Caller = department.caller) =>
  doors.knock(door, who, new Request(address, { method: 'POST', body: new URLSearchParams(fields) }), params)

const someone = async (familyName: string, who: Caller = department.caller): Promise<PersonId> => {
  const draft = { givenName: 'Élodie', familyName, honorific: null, originalScript: '', preferredLanguage: '', email: '', phone: '' }
  return valueOf(await act(platform.services, who, (ctx) => addPerson(ctx, draft)))
}
const card = async (name: string, who: Caller = department.caller) =>
  valueOf(await act(platform.services, who, (ctx) => ensureOrganisation(ctx, { name, kind: 'company', country: 'FR' }))).id
const people = () => readAs(platform.services, reader, ({ tx, today }) => listPeople(tx, today, { limit: 500, offset: 0 }))
const idIn = (location: string | null) => /[0-9a-f-]{36}$/.exec(location ?? '')?.[0] ?? ''

test('a reader reads every page and is refused every form', async () => {
  const [personId, organisationId] = [await someone('Lecture'), await card('Lecture SA')]
  const pages = [
    get(directory.loader, {}, '', reader),
    get(organisation.loader, { organisationId }, '', reader),
    get(person.loader, { personId }, '', reader),
  ]
  const forms = [
    get(newOrganisation.loader, {}, '', reader),
    get(newPerson.loader, {}, '', reader),
    get(editOrganisation.loader, { organisationId }, '', reader),
    get(editPerson.loader, { personId }, '', reader),
    post(newOrganisation.action, { name: 'Interdite', kind: 'company', country: 'FR' }, {}, reader),
    post(newPerson.action, { familyName: 'Interdite' }, {}, reader),
    post(editOrganisation.action, { name: 'Interdite', kind: 'company', country: 'FR', version: '1' }, { organisationId }, reader),
    post(editPerson.action, { familyName: 'Interdite', version: '1' }, { personId }, reader),
    post(person.action, { intent: 'affiliate', organisation: 'Lecture SA', 'capacity.fr': 'dirigeante' }, { personId }, reader),
    post(person.action, { intent: 'remove' }, { personId }, reader),
  ]

  expect((await Promise.all(pages)).map(({ status }) => status)).toEqual(pages.map(() => 200))
  expect((await Promise.all(forms)).map(({ status }) => status)).toEqual(forms.map(() => 403))
})

test('what belongs to another organisation answers exactly like what does not exist', async () => {
  const [theirPerson, theirCard] = [await someone('Voisine', port.caller), await card('Voisine SA', port.caller)]
  const answers = async (personId: string, organisationId: string) => [
    await get(person.loader, { personId }),
    await get(editPerson.loader, { personId }),
    await get(editAffiliation.loader, { personId, affiliationId: personId }),
    await post(person.action, { intent: 'remove' }, { personId }),
    await post(editPerson.action, { familyName: 'X', version: '1' }, { personId }),
    await get(organisation.loader, { organisationId }),
    await get(editOrganisation.loader, { organisationId }),
    await post(editOrganisation.action, { name: 'X', kind: 'company', country: 'FR', version: '1' }, { organisationId }),
  ]

  const foreign = await answers(theirPerson, theirCard)

  expect(foreign.map(({ status }) => status)).toEqual(foreign.map(() => 404))
  expect(await answers(crypto.randomUUID(), crypto.randomUUID())).toEqual(foreign)
  expect(await answers('nulle-part', 'nulle-part')).toEqual(foreign)
  expect((await get(city.loader, { cityId: 'atlantis' })).status).toBe(404)
})

test('a refused form keeps every field and says at each what to mend', async () => {
  const fields = {
    familyName: '',
    givenName: 'Solange',
    email: 'solange',
    organisation: 'Nulle SA',
    'capacity.fr': 'directrice',
    startsOn: '31/02/2019',
  }

  const atTheDoor = await post(newPerson.action, fields)
  const byTheRule = await post(newPerson.action, { ...fields, startsOn: '' })

  expect([atTheDoor.status, byTheRule.status]).toEqual([422, 422])
  expect(atTheDoor.body).toMatchObject({ values: fields, problems: { startsOn: 'date_malformed' } })
  expect(byTheRule.body).toMatchObject({ values: { ...fields, startsOn: '' }, problems: { familyName: 'family_name_missing' } })
})

test('a wrong SIRET is shown at its own line, a stray number is read by its shape', async () => {
  const wrong = await post(newOrganisation.action, {
    name: 'Chantiers',
    kind: 'company',
    country: 'FR',
    'identifiers.0.scheme': '',
    'identifiers.0.value': '',
    'identifiers.1.scheme': '',
    'identifiers.1.value': '221 300 015 00248',
  })

  expect(wrong).toMatchObject({ status: 422, body: { problems: { 'identifiers.1.value': 'identifier_checksum_wrong' } } })
})

test('a person and their position are added together, or not at all', async () => {
  const fields = { familyName: 'Tout-Ensemble', organisation: 'Entreprise Inconnue', 'capacity.fr': 'gérante', 'capacity.en': 'manager' }

  const asked = await post(newPerson.action, fields)
  const before = await people()
  const added = await post(newPerson.action, { ...fields, choice: 'new', newKind: 'company', newCountry: 'FR' })

  expect(asked).toMatchObject({ status: 422, body: { problems: { organisation: 'organisation_unknown' }, candidates: [] } })
  expect(before.map(({ familyName }) => familyName)).not.toContain('Tout-Ensemble')
  expect(added.status).toBe(302)
  const saved = await readAs(platform.services, reader, ({ tx }) => loadPerson(tx, idIn(added.location)))
  expect(saved?.affiliations).toMatchObject([
    { capacity: { fr: 'gérante', en: 'manager' }, organisation: { name: 'Entreprise Inconnue', kind: 'company' } },
  ])
})

test('a name two organisations share is asked about, and the answer is followed', async () => {
  const personId = await someone('Ambiguë')
  const here = await card('Société des Phares')
  const there = valueOf(
    await act(platform.services, department.caller, (ctx) =>
      ensureOrganisation(ctx, { name: 'Société des Phares', kind: 'company', country: 'IT' }),
    ),
  ).id
  const fields = { intent: 'affiliate', organisation: 'societe des phares', 'capacity.fr': 'gardienne' }

  const asked = await post(person.action, fields, { personId })
  const answered = await post(person.action, { ...fields, choice: there }, { personId })

  expect(asked).toMatchObject({ status: 422, body: { problems: { organisation: 'organisation_ambiguous' } } })
  expect((asked.body.candidates as { id: string }[]).map(({ id }) => id).sort()).toEqual([here, there].sort())
  expect(answered.status).toBe(302)
  const saved = await readAs(platform.services, reader, ({ tx }) => loadPerson(tx, personId))
  expect(saved?.affiliations.map((affiliation) => affiliation.organisation.id)).toEqual([there])
})

test('the same form sent twice adds one person', async () => {
  const fields = { familyName: 'Envoyée-Deux-Fois', requestKey: crypto.randomUUID() }

  const answers = await Promise.all([post(newPerson.action, fields), post(newPerson.action, fields)])

  expect(answers.map(({ status }) => status)).toEqual([302, 302])
  expect(answers[0]?.location).toBe(answers[1]?.location)
  expect((await people()).filter(({ familyName }) => familyName === 'Envoyée-Deux-Fois')).toHaveLength(1)
})

test('two tabs that save the same card: the second is shown what the first saved, then may save over it', async () => {
  const organisationId = await card('Deux Onglets SA')
  const form = (name: string, version: number) => ({ name, kind: 'company', country: 'FR', version: String(version) })

  const first = await post(editOrganisation.action, form('Premier Onglet SA', 1), { organisationId })
  const second = await post(editOrganisation.action, form('Second Onglet SA', 1), { organisationId })
  const again = await post(editOrganisation.action, form('Second Onglet SA', 2), { organisationId })

  expect([first.status, second.status, again.status]).toEqual([302, 409, 302])
  expect(second.body).toMatchObject({ values: { name: 'Second Onglet SA' }, saved: { name: 'Premier Onglet SA', version: 2 } })
  expect((await readAs(platform.services, reader, ({ tx }) => loadOrganisation(tx, organisationId)))?.name).toBe('Second Onglet SA')
})

test('an affiliation is ended from its page, and removed from it', async () => {
  const personId = await someone('Sortante')
  await post(
    person.action,
    { intent: 'affiliate', organisation: 'Port du Détroit', 'capacity.fr': 'présidente', startsOn: '2016-01-01' },
    { personId },
  )
  const affiliationId = (await readAs(platform.services, reader, ({ tx }) => loadPerson(tx, personId)))?.affiliations[0]?.id ?? ''

  const tooEarly = await post(
    editAffiliation.action,
    { 'capacity.fr': 'présidente', startsOn: '2016-01-01', endsOn: '2015-12-31' },
    { personId, affiliationId },
  )
  const ended = await post(
    editAffiliation.action,
    { 'capacity.fr': 'présidente', startsOn: '2016-01-01', endsOn: '2018-12-31' },
    { personId, affiliationId },
  )
  const shown = await get(person.loader, { personId })
  const removed = await post(editAffiliation.action, { intent: 'remove' }, { personId, affiliationId })

  expect(tooEarly).toMatchObject({ status: 422, body: { problems: { endsOn: 'ends_before_it_starts' } } })
  expect([ended.status, removed.status]).toEqual([302, 302])
  expect(shown.body.affiliations).toMatchObject([{ endsOn: '2018-12-31' }])
})

test.each([
  ['the search', directory.loader, '?q=cadence'],
  ['the list of people', directory.loader, '?type=personnes'],
  ['the list of organisations', directory.loader, '?type=organisations'],
])('%s reads as many statements for three as for one', async (_what, loader, query) => {
  const workspace = await aWorkspace(platform, 'Cadence')
  const count = async () => {
    const before = doors.statementCount()
    const answer = await get(loader, {}, query, workspace.caller)
    return { statements: doors.statementCount() - before, results: (answer.body.results as unknown[]).length }
  }
  await someone('Cadence Une', workspace.caller)
  await card('Cadence SA', workspace.caller)
  const one = await count()
  for (const name of ['Cadence Deux', 'Cadence Trois']) {
    await someone(name, workspace.caller)
    await card(name, workspace.caller)
  }

  const three = await count()

  expect(three.statements).toBe(one.statements)
  expect(three.results).toBeGreaterThan(one.results)
})

test('the address of a search says its kind and page, and a strange one is the first page of everything', async () => {
  const cities = await get(directory.loader, {}, '?type=villes&page=2')
  const strange = await get(directory.loader, {}, '?q=genes&type=empires&page=-3')

  expect(cities.body).toMatchObject({ kind: 'city', page: 2, pageCount: 2, total: 35 })
  expect(cities.body.results).toHaveLength(10)
  expect(strange.body).toMatchObject({ kind: null, page: 1 })
})
