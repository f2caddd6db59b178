import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Forbidden, NotFound, type OrganisationId } from '#platform/actor.ts'
import { type Caller, type Ctx, act, readAs } from '#platform/context.ts'
import { listHistory } from '#platform/history.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, valueOf } from '#platform/pure/outcome.ts'
import { type TestOrganisation, type TestPlatform, aColleague, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import type { PersonDraft } from '../domain/person-draft.ts'
import type { PersonId } from '../domain/person.ts'
import { listAffiliatedPeople, listPeople, listPeopleAfter, loadPerson } from '../sql/people.ts'
import { addPerson } from './add-person.ts'
import { affiliate, changeAffiliation, endAffiliation, removeAffiliation } from './affiliate.ts'
import { changePerson, removePerson } from './change-person.ts'
import { ensureOrganisation } from './ensure-organisation.ts'

let platform: TestPlatform
let department: TestOrganisation
let port: TestOrganisation
let reader: Caller
let town: OrganisationId
let metropolis: OrganisationId

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  department = await aWorkspace(platform, 'Département de Rochebrune')
  port = await aWorkspace(platform, 'Port du Détroit')
  reader = await aColleague(platform, department, ['reader'])
  const ensure = async (name: string) =>
    valueOf(await as(department.caller, (ctx) => ensureOrganisation(ctx, { name, kind: 'intermunicipal', country: 'FR' }))).id
  town = await ensure('Ville de Rochebrune')
  metropolis = await ensure('Métropole de Rochebrune')
})

afterAll(() => platform.close())

const draft = (facts: Partial<PersonDraft> = {}): PersonDraft => ({
  givenName: 'Élodie',
  familyName: 'Marchand',
  honorific: 'mme',
  originalScript: '',
  preferredLanguage: 'fr',
  email: '',
  phone: '',
  ...facts,
})
const as = <Value, Problem>(caller: Caller, run: (ctx: Ctx) => Promise<Outcome<Value, Problem>>) => act(platform.services, caller, run)
const asOfficer = <Value, Problem>(run: (ctx: Ctx) => Promise<Outcome<Value, Problem>>) => as(department.caller, run)
const someone = async (familyName: string, caller: Caller = department.caller): Promise<PersonId> =>
  valueOf(await as(caller, (ctx) => addPerson(ctx, draft({ familyName }))))
const load = (id: string, caller: Caller = reader) => readAs(platform.services, caller, ({ tx }) => loadPerson(tx, id))
const day = (text: string | null) => (text === null ? null : asLocalDate(text))
const term = (capacity: Localized, from: string | null = null, to: string | null = null) => ({
  capacity,
  startsOn: day(from),
  endsOn: day(to),
})

test('a reader reads people and writes none', async () => {
  const id = await someone('Lecture')
  const affiliation = valueOf(await asOfficer((ctx) => affiliate(ctx, id, town, term({ fr: 'élue' }))))

  expect((await load(id))?.familyName).toBe('Lecture')
  for (const write of [
    (ctx: Ctx) => addPerson(ctx, draft({ familyName: 'Interdite' })),
    (ctx: Ctx) => changePerson(ctx, id, 1, draft()),
    (ctx: Ctx) => removePerson(ctx, id),
    (ctx: Ctx) => affiliate(ctx, id, town, term({ fr: 'maire' })),
    (ctx: Ctx) => changeAffiliation(ctx, id, affiliation, term({ fr: 'maire' })),
    (ctx: Ctx) => endAffiliation(ctx, id, affiliation, asLocalDate('2019-01-01')),
    (ctx: Ctx) => removeAffiliation(ctx, id, affiliation),
  ] as const) {
    await expect(as(reader, (ctx): Promise<Outcome<unknown, unknown>> => write(ctx))).rejects.toThrow(Forbidden)
  }
})

test('someone in another organisation’s directory is nobody here', async () => {
  const theirs = await someone('Voisine', port.caller)
  const own = await someone('Proche')
  const affiliation = valueOf(await asOfficer((ctx) => affiliate(ctx, own, town, term({ fr: 'élue' }))))

  expect(await load(theirs)).toBeNull()
  await expect(asOfficer((ctx) => changePerson(ctx, theirs, 1, draft()))).rejects.toThrow(NotFound)
  await expect(asOfficer((ctx) => removePerson(ctx, theirs))).rejects.toThrow(NotFound)
  await expect(asOfficer((ctx) => affiliate(ctx, theirs, town, term({ fr: 'maire' })))).rejects.toThrow(NotFound)
  await expect(as(port.caller, (ctx) => removeAffiliation(ctx, theirs, affiliation))).rejects.toThrow(NotFound)
})

test('a namesake is a question; the same name in another directory is none', async () => {
  const first = await someone('Homonyme')
  await someone('Homonyme', port.caller)

  const second = await asOfficer((ctx) => addPerson(ctx, draft({ givenName: 'ELODIE', familyName: 'homonyme' })))
  const insisted = await asOfficer((ctx) => addPerson(ctx, draft({ familyName: 'Homonyme' }), { isAnother: true }))

  expect(second).toEqual({ ok: false, problem: { code: 'person_known', known: first } })
  expect(insisted.ok).toBe(true)
})

test('a person is maire and président de la Métropole at the same time, in two languages', async () => {
  const id = await someone('Deux-Mandats')
  const mayor = valueOf(await asOfficer((ctx) => affiliate(ctx, id, town, term({ fr: 'maire', en: 'mayor' }, '2014-04-04'))))
  const chair = valueOf(await asOfficer((ctx) => affiliate(ctx, id, metropolis, term({ fr: 'président de la Métropole' }, '2016-01-01'))))

  const person = await load(id)

  expect(person?.affiliations).toEqual([
    {
      id: mayor,
      capacity: { fr: 'maire', en: 'mayor' },
      startsOn: '2014-04-04',
      endsOn: null,
      protocolRank: null,
      organisation: { id: town, name: 'Ville de Rochebrune', names: {}, kind: 'intermunicipal', country: 'FR' },
    },
    {
      id: chair,
      capacity: { fr: 'président de la Métropole' },
      startsOn: '2016-01-01',
      endsOn: null,
      protocolRank: null,
      organisation: { id: metropolis, name: 'Métropole de Rochebrune', names: {}, kind: 'intermunicipal', country: 'FR' },
    },
  ])
})

test('an affiliation needs an organisation one sees', async () => {
  const id = await someone('Sans-Attache')
  const hidden = valueOf(
    await as(port.caller, (ctx) => ensureOrganisation(ctx, { name: 'Filiale Cachée', kind: 'company', country: 'FR' })),
  ).id

  const outcomes = await Promise.all(
    [hidden, crypto.randomUUID()].map((organisation) => asOfficer((ctx) => affiliate(ctx, id, organisation, term({ fr: 'associée' })))),
  )

  expect(outcomes).toEqual([1, 2].map(() => ({ ok: false, problem: { code: 'organisation_unknown' } })))
})

test('the same capacity given twice at the same moment is held once', async () => {
  const id = await someone('Double-Clic')

  const outcomes = await Promise.all([1, 2, 3].map(() => asOfficer((ctx) => affiliate(ctx, id, town, term({ fr: 'maire' }, '2020-07-04')))))

  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.filter((outcome) => !outcome.ok).map((outcome) => !outcome.ok && outcome.problem.code)).toEqual([
    'held_already',
    'held_already',
  ])
})

test('an affiliation ends on a day, and may be taken up again the day after', async () => {
  const id = await someone('Alternance')
  const first = valueOf(await asOfficer((ctx) => affiliate(ctx, id, town, term({ fr: 'maire' }, '2014-04-04'))))

  const tooEarly = await asOfficer((ctx) => endAffiliation(ctx, id, first, asLocalDate('2014-04-03')))
  const ended = await asOfficer((ctx) => endAffiliation(ctx, id, first, asLocalDate('2020-07-03')))
  const again = await asOfficer((ctx) => affiliate(ctx, id, town, term({ fr: 'maire' }, '2020-07-04')))
  const reopened = await asOfficer((ctx) => changeAffiliation(ctx, id, first, term({ fr: 'maire' }, '2014-04-04')))

  expect(tooEarly).toEqual({ ok: false, problem: { code: 'ends_before_it_starts' } })
  expect([ended.ok, again.ok]).toEqual([true, true])
  expect(reopened).toEqual({ ok: false, problem: { code: 'held_already' } })
})

test('an affiliation that never was is removed, and no other', async () => {
  const id = await someone('Erreur')
  const wrong = valueOf(await asOfficer((ctx) => affiliate(ctx, id, town, term({ fr: 'préfète' }))))
  const right = valueOf(await asOfficer((ctx) => affiliate(ctx, id, town, term({ fr: 'adjointe' }))))

  valueOf(await asOfficer((ctx) => removeAffiliation(ctx, id, wrong)))

  expect((await load(id))?.affiliations.map((affiliation) => affiliation.id)).toEqual([right])
})

test('a change made from a page that is no longer current is refused with what was saved meanwhile', async () => {
  const id = await someone('Deux-Onglets')
  valueOf(await asOfficer((ctx) => changePerson(ctx, id, 1, draft({ familyName: 'Deux-Onglets', phone: '04 91 13 00 00' }))))

  const stale = await asOfficer((ctx) => changePerson(ctx, id, 1, draft({ familyName: 'Deux-Onglets', phone: '' })))

  expect(stale).toMatchObject({ ok: false, problem: { code: 'stale_edit', saved: { phone: '+33491130000', version: 2 } } })
  expect((await load(id))?.phone).toBe('+33491130000')
})

test('a refused draft changes nothing', async () => {
  const id = await someone('Intacte')

  const refused = await asOfficer((ctx) => changePerson(ctx, id, 1, draft({ familyName: 'Changée', email: 'pas une adresse' })))

  expect(refused).toEqual({ ok: false, problem: { code: 'email_malformed' } })
  expect(await load(id)).toMatchObject({ familyName: 'Intacte', version: 1 })
})

test('someone removed leaves the directory with their affiliations', async () => {
  const id = await someone('Effacée')
  valueOf(await asOfficer((ctx) => affiliate(ctx, id, metropolis, term({ fr: 'élue' }))))

  valueOf(await asOfficer((ctx) => removePerson(ctx, id)))

  expect(await load(id)).toBeNull()
  const left = await readAs(platform.services, reader, ({ tx }) => listAffiliatedPeople(tx, metropolis))
  expect(left.map(({ familyName }) => familyName)).not.toContain('Effacée')
})

test('an organisation lists its people by name, the past and the present apart by their dates', async () => {
  const organisation = valueOf(
    await asOfficer((ctx) => ensureOrganisation(ctx, { name: 'Observatoire', kind: 'academic', country: 'FR' })),
  ).id
  for (const [name, endsOn] of [
    ['Zola', null],
    ['Éluard', '2018-12-31'],
    ['Fabre', null],
  ] as const) {
    const id = await someone(name)
    valueOf(await asOfficer((ctx) => affiliate(ctx, id, organisation, term({ fr: 'astronome' }, '2010-01-01', endsOn))))
  }

  const listed = await readAs(platform.services, reader, ({ tx }) => listAffiliatedPeople(tx, organisation))

  expect(listed.map(({ familyName, endsOn }) => [familyName, endsOn])).toEqual([
    ['Éluard', '2018-12-31'],
    ['Fabre', null],
    ['Zola', null],
  ])
})

test('the list follows the alphabet, a page at a time', async () => {
  const list = (limit: number, offset = 0) => readAs(platform.services, reader, ({ tx, today }) => listPeople(tx, today, { limit, offset }))

  const [all, first, second] = [await list(100), await list(3), await list(3, 3)]

  expect([...first, ...second]).toEqual(all.slice(0, 6))
  expect(all.map(({ familyName }) => familyName)).toEqual(all.map(({ familyName }) => familyName).toSorted(new Intl.Collator('fr').compare))
  expect(all.map(({ familyName }) => familyName)).not.toContain('Voisine')
})

test('whoever reads people by and by meets each of them once', async () => {
  const read = (after: string | null) => readAs(platform.services, reader, ({ tx }) => listPeopleAfter(tx, after, 4))
  const met: string[] = []

  for (let page = await read(null); page.length > 0; page = await read(met.at(-1) ?? null)) met.push(...page.map(({ id }) => id))

  const all = await readAs(platform.services, reader, ({ tx, today }) => listPeople(tx, today, { limit: 100, offset: 0 }))
  expect(met).toHaveLength(all.length)
  expect(new Set(met)).toEqual(new Set(all.map(({ id }) => id)))
})

test('the history of a card tells the offices held, also those removed since, to its own organisation alone', async () => {
  const [id, other] = [await someone('Mémorable'), await someone('Autre')]
  const removed = valueOf(await asOfficer((ctx) => affiliate(ctx, id, town, term({ fr: 'élue' }))))
  valueOf(await asOfficer((ctx) => affiliate(ctx, other, town, term({ fr: 'adjointe' }))))
  valueOf(await asOfficer((ctx) => removeAffiliation(ctx, id, removed)))
  const historyOf = async (cardId: string, caller: Caller) =>
    (await readAs(platform.services, caller, ({ tx }) => listHistory(tx, { cardId, limit: 50 }))).map(({ event }) => event)

  expect(await historyOf(id, reader)).toEqual(['person.affiliation_removed', 'person.affiliated', 'person.added'])
  expect(await historyOf(town, reader)).toEqual(expect.arrayContaining(['person.affiliation_removed', 'organisation.added']))
  expect(await historyOf(id, port.caller)).toEqual([])
})
