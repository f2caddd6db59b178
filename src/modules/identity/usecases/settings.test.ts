import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { loadOrganisation } from '#modules/directory/index.ts'
import { Forbidden } from '#platform/actor.ts'
import { type Caller, act, readAs } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { type TestOrganisation, type TestPlatform, aColleague, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import type { CardDraft } from '../domain/own-card.ts'
import * as sql from '../sql/workspace.ts'
import { changeOwnCard } from './change-own-card.ts'
import { changeWorkspace } from './change-workspace.ts'

let house: TestPlatform
let city: TestOrganisation
let port: TestOrganisation

beforeAll(async () => {
  house = await openTestPlatform(inject('templateUrl'))
  city = await aWorkspace(house, 'Ville')
  port = await aWorkspace(house, 'Port')
})
afterAll(() => house.close())

const cardOf = ({ organisationId, caller }: TestOrganisation) =>
  readAs(house.services, caller, ({ tx }) => loadOrganisation(tx, organisationId))
const version = async () => (await cardOf(city))?.version ?? 0
const change = async (draft: Partial<CardDraft>, caller: Caller = city.caller) => {
  const whole = { version: await version(), name: 'Ville de Marseille', names: {}, website: null, identifiers: {}, ...draft }
  return act(house.services, caller, (ctx) => changeOwnCard(ctx, whole))
}

test('an administrator changes the names, the website and the identifiers every partner reads', async () => {
  const changed = await change({
    names: { en: 'City of Marseille' },
    website: 'https://www.marseille.fr',
    identifiers: { 'FR-SIREN': '211 300 553', WIKIDATA: 'q23482', 'UN-LOCODE': 'fr mrs' },
  })

  expect(changed).toEqual({ ok: true, value: null })
  expect(await cardOf(city)).toMatchObject({
    name: 'Ville de Marseille',
    names: { en: 'City of Marseille' },
    website: 'https://www.marseille.fr',
    identifiers: [
      { scheme: 'FR-SIREN', value: '211300553' },
      { scheme: 'UN-LOCODE', value: 'FRMRS' },
      { scheme: 'WIKIDATA', value: 'Q23482' },
    ],
  })
})

test('an identifier left out is forgotten, one kept keeps its row', async () => {
  await change({ identifiers: { 'FR-SIREN': '211300553', GEONAMES: '2995469' } })
  const rows = () =>
    withOwner(house.ownerUrl, (owner) =>
      owner.query<{ id: string; scheme: string }>(
        'select id, scheme from directory.organisation_identifier where organisation_id = $1 order by scheme',
        [city.organisationId],
      ),
    )
  const before = (await rows()).rows

  await change({ identifiers: { 'FR-SIREN': '211300553, 211300553' } })

  expect((await rows()).rows).toEqual(before.filter(({ scheme }) => scheme === 'FR-SIREN'))
})

test('each register says what is wrong with its number, and nothing is saved', async () => {
  const before = await cardOf(city)

  const refused = await change({ name: 'Autre', identifiers: { 'FR-SIREN': '211300554', 'FR-RNA': 'abc', LEI: '' } })

  expect(refused).toEqual({ ok: false, problem: { fields: { 'FR-SIREN': 'identifier_checksum_wrong', 'FR-RNA': 'identifier_malformed' } } })
  expect(await cardOf(city)).toEqual(before)
})

test('a card changed meanwhile is not overwritten', async () => {
  const seen = await version()
  await change({ name: 'Premier' })

  expect(await change({ name: 'Second', version: seen })).toEqual({ ok: false, problem: { code: 'stale_edit' } })
  expect((await cardOf(city))?.name).toBe('Premier')
})

test('an organisation changes its own card and no other', async () => {
  const before = await cardOf(port)

  await change({ name: 'Ville encore' })

  expect(await cardOf(port)).toEqual(before)
})

test('only an administrator changes the card and the settings', async () => {
  const officer = await aColleague(house, city, ['officer', 'finance', 'assembly', 'reader'])
  const workspace = await readAs(house.services, city.caller, ({ tx }) => sql.loadWorkspace(tx))

  await expect(change({}, officer)).rejects.toBeInstanceOf(Forbidden)
  await expect(act(house.services, officer, (ctx) => changeWorkspace(ctx, workspace ?? ({} as never)))).rejects.toBeInstanceOf(Forbidden)
})

test('currency, zone and language are set once for the version one was looking at', async () => {
  const settings = { currency: 'CHF', timeZone: 'Europe/Zurich', locale: 'en' } as const
  const { version: seen = 0 } = (await readAs(house.services, city.caller, ({ tx }) => sql.loadWorkspace(tx))) ?? {}

  const changed = await act(house.services, city.caller, (ctx) => changeWorkspace(ctx, { ...settings, version: seen }))
  const stale = await act(house.services, city.caller, (ctx) => changeWorkspace(ctx, { ...settings, currency: 'EUR', version: seen }))

  expect(changed).toEqual({ ok: true, value: null })
  expect(stale).toEqual({ ok: false, problem: { code: 'stale_edit' } })
  expect(await readAs(house.services, city.caller, ({ actor }) => Promise.resolve([actor.currency, actor.timeZone]))).toEqual([
    'CHF',
    'Europe/Zurich',
  ])
})
