import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  addPerson,
  ensureOrganisation,
  findDuplicates,
  keepApart,
  listMerges,
  loadOrganisation,
  loadPerson,
  mergeOrganisations,
  mergePeople,
  undoMerge,
} from '#modules/directory/index.ts'
import { affiliate } from '#modules/directory/usecases/affiliate.ts'
import { createMission } from '#modules/missions/index.ts'
import { NotFound } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { type Somebody, type World, openWorld } from '#tests/world.ts'
import { cardReferences, lastingReferences } from './card-references.ts'

let world: World
let department: Somebody
let city: Somebody

const unknown = { honorific: null, originalScript: '', preferredLanguage: '', email: '', phone: '' }
const nowhere = { capacity: { fr: 'maire' }, startsOn: null, endsOn: null }
const draft = { kind: 'outgoing', title: { fr: 'Gênes' }, purpose: {}, legs: [], objectives: [], themes: [] } as const

beforeAll(async () => {
  world = await openWorld(inject('templateUrl'), '2100-01-01T08:00:00.000Z')
  department = await world.found('Département de Rochebrune')
  city = await world.found('Ville de Rochebrune', 'municipality')
})
afterAll(() => world.close())

const owner = <Row extends object>(text: string, values: unknown[] = []) =>
  withOwner(world.ownerUrl, async (client) => (await client.query<Row>(text, values)).rows)

/**
 * Every row of every table, but the journal, which tells what happened, the merges themselves, and the number of times a row was written:
 * that one goes on counting, so that a page opened before a merge is stale after it.
 */
async function dump(): Promise<Record<string, string[]>> {
  const client = new Client({ connectionString: world.ownerUrl })
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|graphile)' order by 1`)
    const rows: Record<string, string[]> = {}
    for (const { name } of tables.rows) {
      if (/^app\.journal|^directory\.merge$/.test(name)) continue
      const found = await client.query<{ row: string }>(`select (to_jsonb(t) - 'version')::text as row from ${name} t order by 1`)
      rows[name] = found.rows.map(({ row }) => row)
    }
    return rows
  } finally {
    await client.end()
  }
}

const aPerson = async (who: Somebody, facts: Partial<typeof unknown> & { givenName: string; familyName: string }) =>
  valueOf(await world.as(who, (ctx) => addPerson(ctx, { ...unknown, ...facts }, { isAnother: true })))
const aCard = async (who: Somebody, name: string) =>
  valueOf(await world.as(who, (ctx) => ensureOrganisation(ctx, { name, kind: 'foreign_authority', country: 'IT' }))).id
const aMission = async (who: Somebody) => valueOf(await world.as(who, (ctx) => createMission(ctx, draft)))
const traveller = (who: Somebody, mission: string, person: string, familyName: string) =>
  owner(
    `insert into delegations.member (mission_id, organisation_id, person_id, given_name, family_name, category) values ($1, $2, $3, 'Marie', $4, 'staff')`,
    [mission, who.organisationId, person, familyName],
  )

async function versionsOf(kept: string, gone: string, kind: 'person' | 'organisation' = 'person') {
  return world.read(department, async ({ tx }) => {
    const load = kind === 'person' ? loadPerson : loadOrganisation
    return { kept, gone, keptVersion: (await load(tx, kept))?.version ?? 0, goneVersion: (await load(tx, gone))?.version ?? 0 }
  })
}

/** Two cards of one person, who holds two positions, one of them on both cards, and travelled once under each. */
async function twoCardsOfMarie(name: string) {
  const kept = await aPerson(department, { givenName: 'Marie', familyName: name, phone: '+33491130000' })
  const gone = await aPerson(department, { givenName: 'MARIE', familyName: name, email: `${name}@example.org`.toLowerCase() })
  const town = await aCard(department, `Comune di ${name}`)
  for (const person of [kept, gone]) valueOf(await world.as(department, (ctx) => affiliate(ctx, person, town, nowhere)))
  valueOf(await world.as(department, (ctx) => affiliate(ctx, gone, town, { ...nowhere, capacity: { fr: 'députée' } })))
  const [first, second] = [await aMission(department), await aMission(department)]
  await traveller(department, first, kept, name)
  await traveller(department, second, gone, name)
  return { kept, gone, town, second }
}

test('two cards of one person become one: facts as chosen, positions and journeys together', async () => {
  const { kept, gone } = await twoCardsOfMarie('Dupont')

  const merge = await versionsOf(kept, gone)
  const outcome = await world.as(department, (ctx) => mergePeople(ctx, { ...merge, choices: { givenName: 'gone' } }, cardReferences))

  const person = await world.read(department, ({ tx }) => loadPerson(tx, kept))
  expect(outcome.ok).toBe(true)
  expect(person).toMatchObject({ givenName: 'MARIE', email: 'dupont@example.org', phone: '+33491130000' })
  expect(person?.affiliations.map(({ capacity }) => capacity.fr).toSorted()).toEqual(['députée', 'maire'])
  expect(await world.read(department, ({ tx }) => loadPerson(tx, gone))).toBeNull()
  expect(await owner(`select from delegations.member where person_id = $1`, [kept])).toHaveLength(2)
})

test('undoing gives back the exact previous state of the whole database, another organisation’s rows included', async () => {
  const { kept, gone } = await twoCardsOfMarie('Martin')
  await aPerson(city, { givenName: 'Marie', familyName: 'Martin', email: 'martin@example.org' })
  const before = await dump()

  const cards = await versionsOf(kept, gone)
  const mergeId = valueOf(await world.as(department, (ctx) => mergePeople(ctx, { ...cards, choices: { email: 'gone' } }, cardReferences)))
  const between = await dump()
  const undone = await world.as(department, (ctx) => undoMerge(ctx, mergeId, cardReferences))

  expect(undone.ok).toBe(true)
  expect(Object.keys(before).filter((table) => before[table]?.join() !== between[table]?.join())).toEqual([
    'delegations.member',
    'directory.affiliation',
    'directory.person',
  ])
  expect(await dump()).toEqual(before)
})

test('two cards of one organisation: its agreements, its seats, its people and its identifiers follow, and come back', async () => {
  const [kept, gone] = [await aCard(department, 'Comune di Genova'), await aCard(department, 'Città di Genova')]
  const somebody = await aPerson(department, { givenName: 'Marco', familyName: 'Bucci' })
  valueOf(await world.as(department, (ctx) => affiliate(ctx, somebody, gone, nowhere)))
  await owner(
    `insert into directory.organisation_identifier (organisation_id, scheme, value) values ($1, 'WIKIDATA', 'Q1449'), ($2, 'WIKIDATA', 'Q1449'), ($2, 'GEONAMES', '3176219')`,
    [kept, gone],
  )
  await owner(`insert into missions.partner (mission_id, organisation_id, role) values ($1, $2, 'host')`, [
    await aMission(department),
    gone,
  ])
  await owner(
    `with a as (insert into agreements.agreement (organisation_id, type, title, country) values ($1, 'twinning', '{"fr":"Jumelage"}', 'IT') returning id)
      insert into agreements.party (agreement_id, organisation_id, party_id, kind, position) select id, $1::uuid, p, 'foreign_authority', n from a, unnest(array[$1, $2]::uuid[]) with ordinality x (p, n)`,
    [department.organisationId, gone],
  )
  const before = await dump()

  const cards = await versionsOf(kept, gone, 'organisation')
  const mergeId = valueOf(
    await world.as(department, (ctx) => mergeOrganisations(ctx, { ...cards, choices: { name: 'gone' } }, cardReferences)),
  )
  const merged = await world.read(department, ({ tx }) => loadOrganisation(tx, kept))
  const followed = await owner(
    `select from agreements.party where party_id = $1 union all select from missions.partner where organisation_id = $1 union all select from directory.affiliation where affiliated_to_id = $1`,
    [kept],
  )
  valueOf(await world.as(department, (ctx) => undoMerge(ctx, mergeId, cardReferences)))

  expect(merged).toMatchObject({ name: 'Città di Genova', identifiers: [{ scheme: 'GEONAMES' }, { scheme: 'WIKIDATA' }] })
  expect(followed).toHaveLength(3)
  expect(await dump()).toEqual(before)
})

test('two cards that travelled on one mission are two people, and the database says so', async () => {
  const { kept, gone, second } = await twoCardsOfMarie('Bernard')
  await traveller(department, second, kept, 'Bernard-Roux')

  const cards = await versionsOf(kept, gone)

  expect(await world.as(department, (ctx) => mergePeople(ctx, { ...cards, choices: {} }, cardReferences))).toEqual({
    ok: false,
    problem: { code: 'a_person_travels_once_per_mission', isConstraint: true },
  })
})

test('a card that a line of accounts names does not go: accounts keep the name they were written with', async () => {
  const [kept, gone] = [await aCard(department, 'Comune di Savona'), await aCard(department, 'Città di Savona')]
  const mission = await aMission(department)
  await owner(`insert into missions.partner (mission_id, organisation_id, role) values ($1, $2, 'host')`, [mission, gone])
  await owner(
    `insert into budget.expense (mission_id, organisation_id, spent_on, supplier, category, amount_cents, currency, base_cents, base_currency, benefits, beneficiary_id)
      values ($1, $2, '2017-11-06', 'Hôtel', 'other', 100, 'EUR', 100, 'EUR', 'partner', $3)`,
    [mission, department.organisationId, gone],
  )
  const before = await dump()

  const cards = await versionsOf(kept, gone, 'organisation')
  const outcome = await world.as(department, (ctx) => mergeOrganisations(ctx, { ...cards, choices: {} }, cardReferences))

  expect(outcome).toEqual({ ok: false, problem: { code: 'expense_beneficiary_id_fkey', isConstraint: true } })
  expect(await dump()).toEqual(before)
})

test('a merge is done from what was compared, and undone unless something was written since', async () => {
  const { kept, gone } = await twoCardsOfMarie('Petit')
  const cards = await versionsOf(kept, gone)
  const stale = await world.as(department, (ctx) => mergePeople(ctx, { ...cards, goneVersion: 99, choices: {} }, cardReferences))
  const mergeId = valueOf(await world.as(department, (ctx) => mergePeople(ctx, { ...cards, choices: {} }, cardReferences)))
  await owner(`update directory.person set phone = '+33491130001' where id = $1`, [kept])

  const late = await world.as(department, (ctx) => undoMerge(ctx, mergeId, cardReferences))

  expect(stale).toEqual({ ok: false, problem: { code: 'stale_edit' } })
  expect(late).toEqual({ ok: false, problem: { code: 'changed_since_merge' } })
})

test('a merge is undone once, by those who keep the directory, and no other organisation knows of it', async () => {
  const { kept, gone } = await twoCardsOfMarie('Moreau')
  const reader = await world.join(department.organisationId, ['reader'])
  const cards = await versionsOf(kept, gone)
  const merging = (who: Somebody) => world.as(who, (ctx) => mergePeople(ctx, { ...cards, choices: {} }, cardReferences))
  await expect(merging(reader)).rejects.toThrow()
  await expect(merging(city)).rejects.toThrow(NotFound)
  const mergeId = valueOf(await merging(department))
  await expect(world.as(city, (ctx) => undoMerge(ctx, mergeId, cardReferences))).rejects.toThrow(NotFound)
  expect(await world.read(city, ({ tx }) => listMerges(tx, 50))).toEqual([])

  const twice = await Promise.all([1, 2].map(() => world.as(department, (ctx) => undoMerge(ctx, mergeId, cardReferences))))

  expect(twice.map((outcome) => (outcome.ok ? 'undone' : outcome.problem.code)).toSorted()).toEqual(['merge_undone', 'undone'])
})

test('pairs are found with their reasons, within one directory, until somebody says that they are two', async () => {
  const one = await aPerson(department, { givenName: 'Ἑλένη', familyName: 'Pappas', email: 'eleni@example.org' })
  const other = await aPerson(department, { givenName: 'Pappas', familyName: 'Ἑλένη', email: 'ELENI@example.org' })
  await aPerson(city, { givenName: 'Ἑλένη', familyName: 'Pappas', email: 'eleni@example.org' })
  const pairsOf = async () =>
    (await world.read(department, findDuplicates)).filter((pair) => [pair.one.id, pair.other.id].some((id) => id === one || id === other))

  const found = await pairsOf()
  await world.as(department, (ctx) => keepApart(ctx, other, one))

  expect(found).toEqual([expect.objectContaining({ kind: 'person', why: ['email', 'swapped_names'] })])
  expect(await pairsOf()).toEqual([])
  expect((await world.read(city, findDuplicates)).filter(({ why }) => why.includes('email'))).toEqual([])
})

test('no column that names a card is forgotten: each has its door, or is one that lasts', async () => {
  const named = await owner<{ name: string }>(`
    select format('%s.%s.%s', n.nspname, c.relname, a.attname) as name
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1] left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where k.contype = 'f' and k.confrelid in ('directory.person'::regclass, 'directory.organisation'::regclass) and n.nspname <> 'directory'
        and coalesce(pg_get_expr(d.adbin, d.adrelid), '') not like '%actor_organisation%' order by 1`)
  const ofWorkspaces = /^(identity|registration\.(application|passport_reader|purge|quota))\b.*\.organisation_id$/

  const answered = [...cardReferences.flatMap(({ columns }) => columns), ...lastingReferences]

  expect(named.map(({ name }) => name).filter((name) => !ofWorkspaces.test(name))).toEqual(answered.toSorted())
})
