import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { addPerson, findCityByName, removePerson } from '#modules/directory/index.ts'
import { Forbidden, NotFound } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { violatedConstraint } from '#platform/db.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, valueOf } from '#platform/pure/outcome.ts'
import { type Somebody, type World, openWorld } from '#tests/world.ts'
import { listExchanges, listExchangesOfPerson, listFacts, listMemberships } from './sql.ts'
import { noteExchange, removeEntry, tellFact, tellMembership } from './usecases/keep-city-sheet.ts'

let world: World
let department: Somebody
let stranger: Somebody
let miami: string

const rank = {
  label: { fr: 'Rang parmi les économies', en: 'Rank among economies' },
  qualifier: 'exact',
  year: 2017,
  source: 'communiqué',
} as const
const worldRank = { ...rank, value: '18ᵉ', scope: { fr: 'du monde', en: 'of the world' } }
const stateRank = { ...rank, value: '4ᵉ', scope: { fr: 'des États-Unis', en: 'of the United States' } }
const someone = {
  givenName: 'Natalia',
  familyName: 'Garcia',
  honorific: null,
  originalScript: '',
  preferredLanguage: '',
  email: '',
  phone: '',
} as const
const letter = {
  kind: 'letter',
  direction: 'received',
  onDay: asLocalDate('2015-06-01'),
  subject: 'Demande de visite',
  withWhom: 'Port',
  personId: null,
} as const
const chair = {
  networkCode: 'aimf',
  isOurs: true,
  role: 'commission_chair',
  detail: { fr: 'villes innovantes' },
  sinceYear: null,
  untilYear: null,
  source: 'communiqué',
} as const

beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
  department = await world.found('Département de Rochebrune')
  stranger = await world.found('Ville de Rochebrune', 'municipality')
  miami = (await world.read(department, ({ tx }) => findCityByName(tx, 'Miami')))?.id ?? ''
  valueOf(await world.as(department, (ctx) => tellFact(ctx, miami, worldRank)))
  valueOf(await world.as(department, (ctx) => noteExchange(ctx, miami, letter)))
  valueOf(await world.as(department, (ctx) => tellMembership(ctx, miami, chair)))
})
afterAll(() => world.close())

test('two rankings of one year, by one source, stand side by side', async () => {
  valueOf(await world.as(department, (ctx) => tellFact(ctx, miami, stateRank)))

  const facts = await world.read(department, ({ tx }) => listFacts(tx, miami))

  expect(facts.map(({ value, scope, year }) => [value, scope.fr, year]).toSorted()).toEqual([
    ['18ᵉ', 'du monde', 2017],
    ['4ᵉ', 'des États-Unis', 2017],
  ])
})

test('what a source said already, a letter of tomorrow and an unknown network are refused', async () => {
  const again = await world.as(department, (ctx) => tellFact(ctx, miami, { ...worldRank, value: '19ᵉ' }))
  const tomorrow = await world.as(department, (ctx) => noteExchange(ctx, miami, { ...letter, onDay: asLocalDate('2026-03-03') }))
  const unknown = await world.as(department, (ctx) => tellMembership(ctx, miami, { ...chair, networkCode: 'otan' }))

  expect([again, tomorrow, unknown].map((outcome) => !outcome.ok && outcome.problem.code)).toEqual([
    'a_source_says_it_once',
    'exchange_to_come',
    'network_unknown',
  ])
})

test('readers read the sheet and do not write it; an entry of another organisation is not there', async () => {
  const reader = await world.join(department.organisationId, ['reader', 'finance', 'assembly'])
  const [entry] = await world.read(reader, ({ tx }) => listExchanges(tx, miami))
  const writes = [
    (ctx: Ctx) => tellFact(ctx, miami, stateRank),
    (ctx: Ctx) => noteExchange(ctx, miami, letter),
    (ctx: Ctx) => tellMembership(ctx, miami, chair),
    (ctx: Ctx) => removeEntry(ctx, 'exchange', entry?.id ?? ''),
  ]

  expect(entry?.subject).toBe('Demande de visite')
  for (const write of writes) await expect(world.as<Outcome<unknown, unknown>>(reader, write)).rejects.toThrow(Forbidden)
  await expect(world.as(stranger, (ctx) => removeEntry(ctx, 'exchange', entry?.id ?? ''))).rejects.toThrow(NotFound)
})

test('another organisation reads nothing of it, by the tables themselves', async () => {
  const theirs = await world.read(stranger, async ({ tx }) => {
    const tables = ['fact', 'exchange', 'membership'] as const
    return Promise.all(tables.map(async (table) => (await sql`select from ${sql.table(`relations.${table}`)}`.execute(tx)).rows.length))
  })

  expect(theirs).toEqual([0, 0, 0])
  expect(await world.read(stranger, ({ tx }) => listMemberships(tx, miami))).toEqual([])
  await expect(
    world.read(stranger, ({ tx }) =>
      sql`insert into relations.fact (organisation_id, city_id, label, value, year, source) values (${department.organisationId}, ${miami}, '{"fr":"x"}', '1', 2017, 's')`.execute(
        tx,
      ),
    ),
  ).rejects.toThrow('row-level security')
})

const fact = (values: Record<string, unknown>) =>
  sql`insert into relations.fact (city_id, label, value, qualifier, year, scope, source) select city_id, label, value, qualifier, year, scope, source
    from jsonb_populate_record(null::relations.fact, ${JSON.stringify({ city_id: miami, label: { fr: 'Rang' }, value: '1', qualifier: 'exact', year: 2017, scope: {}, source: 's', ...values })}::jsonb)`
const exchange = (values: Record<string, unknown>) =>
  sql`insert into relations.exchange (city_id, kind, direction, on_day, subject) select city_id, kind, direction, on_day, subject
    from jsonb_populate_record(null::relations.exchange, ${JSON.stringify({ city_id: miami, kind: 'meeting', on_day: '2017-01-01', subject: 's', ...values })}::jsonb)`
const membership = (values: Record<string, unknown>) =>
  sql`insert into relations.membership (city_id, network_code, role, detail, since_year, until_year, source) select city_id, network_code, role, detail, since_year, until_year, source
    from jsonb_populate_record(null::relations.membership, ${JSON.stringify({ city_id: miami, network_code: 'aimf', role: 'member', detail: {}, source: 's', ...values })}::jsonb)`

test.each([
  ['label_is_localized', () => fact({ label: {} })],
  ['value_is_not_empty', () => fact({ value: ' ' })],
  ['qualifier_is_known', () => fact({ qualifier: 'perhaps' })],
  ['year_is_plausible', () => fact({ year: 20_170 })],
  ['scope_is_localized', () => fact({ scope: { FR: 'x' } })],
  ['a_fact_names_its_source', () => fact({ source: '' })],
  ['a_source_says_it_once', () => fact({ label: rank.label, scope: worldRank.scope, source: rank.source })],
  ['kind_is_known', () => exchange({ kind: 'dream' })],
  ['direction_is_known', () => exchange({ kind: 'letter', direction: 'up' })],
  ['letters_have_a_sender', () => exchange({ kind: 'letter' })],
  ['letters_have_a_sender', () => exchange({ kind: 'meeting', direction: 'sent' })],
  ['subject_is_not_empty', () => exchange({ subject: '' })],
  ['day_is_plausible', () => exchange({ on_day: '0017-01-01' })],
  ['role_is_known', () => membership({ role: 'king' })],
  ['detail_is_localized', () => membership({ detail: { FR: 'x' } })],
  ['years_are_plausible', () => membership({ since_year: 17 })],
  ['until_follows_since', () => membership({ since_year: 2017, until_year: 2016 })],
  ['a_membership_names_its_source', () => membership({ source: ' ' })],
  ['a_role_is_told_once', () => membership({ city_id: null, role: 'commission_chair', detail: chair.detail })],
  ['membership_network_code_fkey', () => membership({ network_code: 'otan' })],
])('the database itself refuses: %s', async (constraint, statement) => {
  const refusal = await world
    .read(department, ({ tx }) => statement().execute(tx))
    .catch((error: unknown) => violatedConstraint(error) ?? (error as { constraint?: string }).constraint)

  expect(refusal).toBe(constraint)
})

test('a letter to someone of one’s directory stands on their card; a card of another directory cannot be named', async () => {
  const natalia = valueOf(await world.as(department, (ctx) => addPerson(ctx, someone)))
  const foreign = valueOf(await world.as(stranger, (ctx) => addPerson(ctx, someone)))
  valueOf(await world.as(department, (ctx) => noteExchange(ctx, miami, { ...letter, subject: 'Merci', personId: natalia })))

  const exchanges = await world.read(department, ({ tx }) => listExchangesOfPerson(tx, natalia))
  expect(exchanges).toMatchObject([{ subject: 'Merci', cityId: miami, personId: natalia }])
  await expect(world.as(department, (ctx) => noteExchange(ctx, miami, { ...letter, personId: foreign }))).rejects.toThrow(
    /row-level security/,
  )
})

test('a letter outlives the card it names', async () => {
  const leaver = valueOf(await world.as(department, (ctx) => addPerson(ctx, { ...someone, familyName: 'Sortant' })))
  valueOf(await world.as(department, (ctx) => noteExchange(ctx, miami, { ...letter, subject: 'Adieu', personId: leaver })))
  valueOf(await world.as(department, (ctx) => removePerson(ctx, leaver)))

  const exchanges = await world.read(department, ({ tx }) => listExchanges(tx, miami))
  expect(exchanges.find(({ subject }) => subject === 'Adieu')).toMatchObject({ personId: null })
})
