import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { type Caller, type Ctx, act, readAs } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { type Outcome, valueOf } from '#platform/pure/outcome.ts'
import { type TestOrganisation, type TestPlatform, aColleague, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import type { OrganisationDraft } from '../domain/organisation-draft.ts'
import { loadOrganisation } from '../sql/organisations.ts'
import { addOrganisation } from './add-organisation.ts'
import { changeOrganisation } from './change-organisation.ts'
import { type NamedOrganisation, ensureOrganisation } from './ensure-organisation.ts'

let platform: TestPlatform
let department: TestOrganisation
let port: TestOrganisation
let reader: Caller

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  department = await aWorkspace(platform, 'Département de Rochebrune')
  port = await aWorkspace(platform, 'Port du Détroit')
  reader = await aColleague(platform, department, ['reader', 'finance', 'assembly'])
})

afterAll(() => platform.close())

const draft = (facts: Partial<OrganisationDraft> = {}): OrganisationDraft => ({
  name: 'Chambre de commerce de Gênes',
  names: {},
  kind: 'chamber',
  country: 'IT',
  city: 'Gênes',
  website: '',
  identifiers: [],
  ...facts,
})
const as = <Value, Problem>(caller: Caller, run: (ctx: Ctx) => Promise<Outcome<Value, Problem>>) => act(platform.services, caller, run)
const add = (facts: Partial<OrganisationDraft>, options?: { isAnother: boolean }, caller: Caller = department.caller) =>
  as(caller, (ctx) => addOrganisation(ctx, draft(facts), options))
const load = (id: string, caller: Caller = department.caller) => readAs(platform.services, caller, ({ tx }) => loadOrganisation(tx, id))
const codeOf = (outcome: Outcome<unknown, { code: string }>) => (outcome.ok ? 'ok' : outcome.problem.code)

test('those who do not keep the directory are forbidden to write in it', async () => {
  const id = valueOf(await add({ name: 'Fiche lue seulement' }))

  await expect(add({ name: 'Fiche interdite' }, undefined, reader)).rejects.toThrow(Forbidden)
  await expect(as(reader, (ctx) => changeOrganisation(ctx, id, 1, draft()))).rejects.toThrow(Forbidden)
  await expect(as(reader, (ctx) => ensureOrganisation(ctx, { name: 'Fiche importée', kind: 'company', country: 'FR' }))).rejects.toThrow(
    Forbidden,
  )
})

test('a card of another organisation, one that never was and a malformed address are the same absence', async () => {
  const id = valueOf(await add({ name: 'Fiche du port' }, undefined, port.caller))

  for (const address of [id, crypto.randomUUID(), 'nulle-part']) {
    await expect(as(department.caller, (ctx) => changeOrganisation(ctx, address, 1, draft()))).rejects.toThrow(NotFound)
  }
})

test('an organisation that works in Escale changes itself in its settings, not here', async () => {
  for (const id of [department.organisationId, port.organisationId]) {
    await expect(as(department.caller, (ctx) => changeOrganisation(ctx, id, 1, draft()))).rejects.toThrow(Forbidden)
  }
})

test('a card keeps what was typed, with the city it knows and identifiers in their normal form', async () => {
  const id = valueOf(
    await add({
      name: 'Comune di Genova',
      names: { fr: 'Ville de Gênes', en: 'City of Genoa' },
      kind: 'foreign_authority',
      website: 'comune.genova.it',
      identifiers: [{ scheme: 'WIKIDATA', value: 'q1449' }],
    }),
  )

  expect(await load(id)).toEqual({
    id,
    name: 'Comune di Genova',
    names: { fr: 'Ville de Gênes', en: 'City of Genoa' },
    kind: 'foreign_authority',
    country: 'IT',
    cityName: 'Gênes',
    cityId: 'e5ca1e00-0000-8000-8000-000003176219',
    website: 'https://comune.genova.it/',
    isWorkspace: false,
    keptBy: department.organisationId,
    identifiers: [{ scheme: 'WIKIDATA', value: 'Q1449' }],
    version: 1,
  })
})

test('an identifier that is known already leads to the card that carries it', async () => {
  const known = valueOf(
    await add({ name: 'Aérospatiale du Var', country: 'FR', city: '', identifiers: [{ scheme: 'FR-SIREN', value: '356000000' }] }),
  )

  const outcome = await add(
    { name: 'Aérospatiale Var SA', country: 'FR', identifiers: [{ scheme: 'FR-SIREN', value: '356 000 000' }] },
    { isAnother: true },
  )

  expect(outcome).toMatchObject({
    ok: false,
    problem: { code: 'organisation_known_by_identifier', known: { id: known, name: 'Aérospatiale du Var' } },
  })
})

test('a namesake in the same country is a question, and the answer may be that it is another', async () => {
  const first = valueOf(await add({ name: 'Lycée des Métiers de la Mer', country: 'FR' }))

  const second = await add({ name: 'lycee des metiers  de la mer', country: 'FR' })
  const insisted = await add({ name: 'lycee des metiers de la mer', country: 'FR' }, { isAnother: true })
  const abroad = await add({ name: 'Lycée des Métiers de la Mer', country: 'MA' })

  expect(second).toMatchObject({ ok: false, problem: { code: 'organisation_known_by_name', known: { id: first } } })
  expect([insisted.ok, abroad.ok]).toEqual([true, true])
})

test('a card is changed as a whole, its untouched identifiers stay the same rows, and the version rises', async () => {
  const id = valueOf(
    await add({
      name: 'Institut du Delta',
      identifiers: [
        { scheme: 'WIKIDATA', value: 'Q10' },
        { scheme: 'GEONAMES', value: '3176219' },
      ],
    }),
  )
  const rows = () =>
    withOwner(
      platform.ownerUrl,
      async (owner) =>
        (await owner.query('select scheme, id from directory.organisation_identifier where organisation_id = $1 order by scheme', [id]))
          .rows,
    )
  const before = await rows()

  const saved = valueOf(
    await as(department.caller, (ctx) =>
      changeOrganisation(
        ctx,
        id,
        1,
        draft({
          name: 'Institut du Grand Delta',
          identifiers: [
            { scheme: 'GEONAMES', value: '3176219' },
            { scheme: 'UN-LOCODE', value: 'IT GOA' },
          ],
        }),
      ),
    ),
  )

  expect(saved).toMatchObject({
    name: 'Institut du Grand Delta',
    version: 2,
    identifiers: [
      { scheme: 'GEONAMES', value: '3176219' },
      { scheme: 'UN-LOCODE', value: 'ITGOA' },
    ],
  })
  expect((await rows()).find((row) => row.scheme === 'GEONAMES')).toEqual(before.find((row) => row.scheme === 'GEONAMES'))
})

test('a change made from a page that is no longer current is refused with what was saved meanwhile', async () => {
  const id = valueOf(await add({ name: 'Grappe Solaire' }))
  valueOf(await as(department.caller, (ctx) => changeOrganisation(ctx, id, 1, draft({ name: 'Grappe Solaire du Midi' }))))

  const stale = await as(department.caller, (ctx) => changeOrganisation(ctx, id, 1, draft({ name: 'Grappe solaire' })))

  expect(stale).toMatchObject({ ok: false, problem: { code: 'stale_edit', saved: { name: 'Grappe Solaire du Midi', version: 2 } } })
  expect((await load(id))?.name).toBe('Grappe Solaire du Midi')
})

test('two who save at the same moment do not overwrite each other', async () => {
  const id = valueOf(await add({ name: 'Conservatoire du Golfe' }))

  const outcomes = await Promise.all(
    ['A', 'B'].map((letter) => as(department.caller, (ctx) => changeOrganisation(ctx, id, 1, draft({ name: `Conservatoire ${letter}` })))),
  )

  expect(outcomes.map(codeOf).sort()).toEqual(['ok', 'stale_edit'])
})

test('the history tells who added and who changed a card, and only what changed', async () => {
  const id = valueOf(await add({ name: 'Agence des Rivages', website: 'rivages.example.org' }))
  valueOf(
    await as(department.caller, (ctx) =>
      changeOrganisation(
        ctx,
        id,
        1,
        draft({ name: 'Agence des Rivages', website: 'https://rivages.example.org/', kind: 'development_agency' }),
      ),
    ),
  )

  const entries = await readAs(platform.services, reader, ({ tx }) =>
    tx.selectFrom('app.journal').select(['event', 'operation', 'actorName', 'payload']).where('entityId', '=', id).orderBy('seq').execute(),
  )

  expect(entries).toEqual([
    {
      event: 'organisation.added',
      operation: 'insert',
      actorName: 'Agent Département de Rochebrune',
      payload: expect.objectContaining({ after: expect.objectContaining({ name: 'Agence des Rivages' }) }),
    },
    {
      event: 'organisation.changed',
      operation: 'update',
      actorName: 'Agent Département de Rochebrune',
      payload: { before: { kind: 'chamber' }, after: { kind: 'development_agency' } },
    },
  ])
})

const ensure = (named: Partial<NamedOrganisation> & { name: string }, caller: Caller = department.caller) =>
  as(caller, (ctx) => ensureOrganisation(ctx, { kind: 'company', country: 'FR', ...named }))

test('an organisation named in a file is made once, and recognised afterwards by its name', async () => {
  const first = valueOf(await ensure({ name: '  Chantiers   Navals Réunis ' }))
  const again = valueOf(await ensure({ name: 'CHANTIERS NAVALS REUNIS' }))
  const abroad = valueOf(await ensure({ name: 'Chantiers Navals Réunis', country: 'IT' }))

  expect([first.isNew, again.isNew, abroad.isNew]).toEqual([true, false, true])
  expect(again.id).toBe(first.id)
  expect((await load(first.id))?.name).toBe('Chantiers Navals Réunis')
})

test('an identifier recognises an organisation under another name, and wins over a namesake', async () => {
  const namesake = valueOf(await ensure({ name: 'Olivier & Fils' }))
  const other = valueOf(await ensure({ name: 'Moulins Olivier', identifiers: [{ scheme: 'WIKIDATA', value: 'Q77' }] }))

  const found = valueOf(await ensure({ name: 'Olivier & Fils', identifiers: [{ scheme: 'WIKIDATA', value: 'Q77' }] }))

  expect(found).toEqual({ id: other.id, isNew: false })
  expect(found.id).not.toBe(namesake.id)
})

test('an organisation that works in Escale is recognised by its name; a card others keep is not', async () => {
  valueOf(await ensure({ name: 'Fonderies du Détroit' }, port.caller))

  expect(valueOf(await ensure({ name: 'port du detroit' }))).toEqual({ id: port.organisationId, isNew: false })
  expect(valueOf(await ensure({ name: 'Fonderies du Détroit' })).isNew).toBe(true)
})

test('a card is recognised by its name in another language', async () => {
  const id = valueOf(await add({ name: 'Camera di Commercio di Torino', names: { fr: 'Chambre de commerce de Turin' }, city: 'Turin' }))

  expect(valueOf(await ensure({ name: 'chambre de commerce de turin', country: 'IT' }))).toEqual({ id, isNew: false })
})

test('a reader may name what exists', async () => {
  expect(valueOf(await ensure({ name: 'Port du Détroit' }, reader)).isNew).toBe(false)
})

test('two imports that name the same new company at once make one card of it', async () => {
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => ensure({ name: 'Voilerie Simultanée' })))

  expect(new Set(outcomes.map((outcome) => valueOf(outcome).id)).size).toBe(1)
})

test('a wrong identifier, and a name that is none, are refused before anything is written', async () => {
  const wrong = await ensure({ name: 'Mal Immatriculée', identifiers: [{ scheme: 'FR-SIREN', value: '221300016' }] })
  const nameless = await ensure({ name: ' ' })

  expect([codeOf(wrong), codeOf(nameless)]).toEqual(['identifier_checksum_wrong', 'name_is_not_empty'])
  expect(valueOf(await ensure({ name: 'Mal Immatriculée' })).isNew).toBe(true)
})
