import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { OrganisationId } from '#platform/actor.ts'
import { type Ctx, act, readAs } from '#platform/context.ts'
import { violatedConstraint, withOwner } from '#platform/db.ts'
import { type Outcome, valueOf } from '#platform/pure/outcome.ts'
import { type TestOrganisation, type TestPlatform, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import type { PersonId } from '../domain/person.ts'
import { addOrganisation } from '../usecases/add-organisation.ts'
import { addPerson } from '../usecases/add-person.ts'
import { affiliate } from '../usecases/affiliate.ts'

let platform: TestPlatform
let owner: TestOrganisation
let stranger: TestOrganisation
let card: OrganisationId
let person: PersonId

const unknown = '00000000-0000-4000-8000-000000000000'

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  owner = await aWorkspace(platform, 'Département de Rochebrune')
  stranger = await aWorkspace(platform, 'Port du Détroit')
  const organisation = {
    name: 'Laboratoire Discret',
    names: { en: 'Discreet Laboratory' },
    kind: 'company',
    country: 'FR',
    city: 'Nice',
    website: '',
  } as const
  const somebody = {
    givenName: 'Solange',
    familyName: 'Secrétan',
    honorific: 'mme',
    originalScript: '',
    preferredLanguage: 'it',
    email: 's@example.org',
    phone: '',
  } as const
  card = valueOf(
    await act(platform.services, owner.caller, (ctx) =>
      addOrganisation(ctx, { ...organisation, identifiers: [{ scheme: 'FR-SIREN', value: '221300015' }] }),
    ),
  )
  person = valueOf(await act(platform.services, owner.caller, (ctx) => addPerson(ctx, somebody)))
  valueOf(
    await act(platform.services, owner.caller, (ctx) =>
      affiliate(ctx, person, card, { capacity: { fr: 'directrice' }, startsOn: null, endsOn: null }),
    ),
  )
})

beforeAll(async () => {
  await withOwner(platform.ownerUrl, async (client) => {
    const one = '00000000-0000-4000-8000-000000000001'
    await client.query(
      `insert into directory.merge (organisation_id, kind, kept_id, gone_id, gone_name, kept_version, kept_before, gone_before, moved, merged_at)
      values ($1, 'person', $2, $3, 'Solange', 1, '{}', '{}', '{}', now())`,
      [owner.organisationId, person, one],
    )
    await client.query('insert into directory.distinct_pair (organisation_id, one_id, other_id) values ($1, $2, $3)', [
      owner.organisationId,
      one,
      person,
    ])
  })
})

afterAll(() => platform.close())

/** Raw SQL as the stranger: no use-case, no rule of ours, only the database. */
const asStranger = <Result>(run: (ctx: Ctx) => Promise<Result>) => readAs(platform.services, stranger.caller, run)

/** A merge, raw, with one fact that is wrong; or the same twice. */
const aMerge = (wrong: Record<string, string>, times = 1) =>
  sql`insert into directory.merge (kind, kept_id, gone_id, gone_name, kept_version, kept_before, gone_before, moved, merged_at, undone_at)
    select kind, kept_id, gone_id, gone_name, 1, '{}', '{}', '{}', '2019-02-08', undone_at
      from jsonb_populate_record(null::directory.merge, ${JSON.stringify({ kind: 'person', kept_id: unknown, gone_id: person, gone_name: 'x', ...wrong })}::jsonb),
        generate_series(1, ${times})`

test.each([
  [
    'a card',
    () => sql`select from directory.organisation where id = ${card} or name = 'Laboratoire Discret' or search_text like '%discret%'`,
  ],
  ['a card through the published view', () => sql`select from directory.pub_organisation where id = ${card}`],
  ['an identifier', () => sql`select from directory.organisation_identifier where organisation_id = ${card} or value = '221300015'`],
  ['a person', () => sql`select from directory.person`],
  ['a merge', () => sql`select from directory.merge`],
  ['a pair told apart', () => sql`select from directory.distinct_pair`],
  ['an affiliation', () => sql`select from directory.affiliation`],
  ['the journal of a card', () => sql`select from app.journal where entity like 'directory.%' and entity_id in (${card}, ${person})`],
  [
    'a card by the search',
    () => sql`select from directory.search('[["laboratoire"]]', 0.3, '221300015', 'FR', 'organisation', 100, 0) where id = ${card}`,
  ],
  ['a person by the search', () => sql`select from directory.search('[["secretan"]]', 0.3, null, null, null, 100, 0)`],
  ['a card by its name', () => sql`select from directory.organisations_named('laboratoire discret', 'FR')`],
])('another organisation reads no trace of %s', async (_what, statement) => {
  const theirs = await asStranger(({ tx }) => statement().execute(tx))

  expect(theirs.rows).toEqual([])
})

test('its owner reads all of it, so the test above could fail', async () => {
  const counts = await readAs(platform.services, owner.caller, ({ tx }) =>
    sql<{
      n: number
    }>`select (select count(*) from directory.organisation where id = ${card}) + (select count(*) from directory.organisation_identifier where organisation_id = ${card})
      + (select count(*) from directory.person where id = ${person}) + (select count(*) from directory.affiliation where person_id = ${person})
      + (select count(*) from directory.search('[["laboratoire"]]', 0.3, null, null, null, 100, 0)) + (select count(*) from directory.organisations_named('discreet laboratory', 'FR')) as n`.execute(
      tx,
    ),
  )

  expect(Number(counts.rows[0]?.n)).toBe(6)
})

test.each([
  ['a card', () => sql`update directory.organisation set name = 'Pris' where id = ${card}`],
  ['an identifier', () => sql`delete from directory.organisation_identifier where organisation_id = ${card}`],
  ['a person', () => sql`update directory.person set email = 'pris@example.org' where id = ${person}`],
  ['a person, for ever', () => sql`delete from directory.person`],
  ['an affiliation', () => sql`delete from directory.affiliation where person_id = ${person}`],
])('another organisation changes no row of %s', async (_what, statement) => {
  const touched = await asStranger(async ({ tx }) => (await statement().execute(tx)).numAffectedRows)

  expect(touched).toBe(0n)
})

const aPersonOfTheirs = () => sql<{ id: string }>`insert into directory.person (family_name) values ('Pirate') returning id`

test.each([
  [
    'a card kept by another',
    () => sql`insert into directory.organisation (kept_by, name, kind) values (${owner.organisationId}, 'Intruse', 'company')`,
  ],
  [
    'a workspace',
    () =>
      sql`insert into directory.organisation (id, kept_by, is_workspace, name, kind) values (${unknown}, ${unknown}, true, 'Intruse', 'company')`,
  ],
  [
    'an identifier of a foreign card',
    () => sql`insert into directory.organisation_identifier (organisation_id, scheme, value) values (${card}, 'WIKIDATA', 'Q1')`,
  ],
  [
    'an identifier of a foreign workspace',
    () =>
      sql`insert into directory.organisation_identifier (organisation_id, scheme, value) values (${owner.organisationId}, 'WIKIDATA', 'Q1')`,
  ],
  [
    'a person in a foreign directory',
    () => sql`insert into directory.person (organisation_id, family_name) values (${owner.organisationId}, 'Intrus')`,
  ],
  [
    'an affiliation of a foreign person',
    () =>
      sql`insert into directory.affiliation (person_id, affiliated_to_id, capacity) values (${person}, ${stranger.organisationId}, '{"fr":"espion"}')`,
  ],
])('another organisation cannot write %s', async (_what, statement) => {
  await expect(asStranger(({ tx }) => statement().execute(tx))).rejects.toThrow('row-level security')
})

test('naming a card one does not see is refused exactly like naming one that is not', async () => {
  const name = (organisationId: string) =>
    asStranger(async ({ tx }) => {
      const { rows } = await aPersonOfTheirs().execute(tx)
      return sql`insert into directory.affiliation (person_id, affiliated_to_id, capacity) values (${rows[0]?.id}, ${organisationId}, '{"fr":"espion"}')`.execute(
        tx,
      )
    }).catch((error: unknown) => (error instanceof Error ? error.message : ''))

  const [hidden, missing] = [await name(card), await name(unknown)]

  expect(hidden).toContain('row-level security')
  expect(hidden).toBe(missing)
})

test.each([
  [
    'hands its own card to another',
    () => sql`update directory.organisation set kept_by = ${owner.organisationId} where name = 'Sienne'`,
    'row-level security',
  ],
  [
    'turns its own card into a workspace',
    () => sql`update directory.organisation set is_workspace = true where name = 'Sienne'`,
    'what an organisation is does not change here',
  ],
  [
    'turns its workspace into a card',
    () => sql`update directory.organisation set is_workspace = false where id = app.actor_organisation()`,
    'what an organisation is does not change here',
  ],
  ['deletes a card', () => sql`delete from directory.organisation where name = 'Sienne'`, 'permission denied'],
  ['changes a city', () => sql`update directory.city set name = 'Port du Détroit'`, 'permission denied'],
])('nobody %s', async (_what, statement, refusal) => {
  const attempt = asStranger(async ({ tx }) => {
    await sql`insert into directory.organisation (kept_by, name, kind) values (app.actor_organisation(), 'Sienne', 'company')`.execute(tx)
    await statement().execute(tx)
  })

  await expect(attempt).rejects.toThrow(refusal)
})

test.each([
  [
    'scheme_is_known',
    () => sql`insert into directory.organisation_identifier (organisation_id, scheme, value) values (${card}, 'FR-NIC', '1')`,
  ],
  [
    'value_has_the_shape_of_its_scheme',
    () => sql`insert into directory.organisation_identifier (organisation_id, scheme, value) values (${card}, 'FR-SIRET', '221300015')`,
  ],
  [
    'one_value_per_scheme',
    () => sql`insert into directory.organisation_identifier (organisation_id, scheme, value) values (${card}, 'FR-SIREN', '221300015')`,
  ],
  ['name_is_not_empty', () => sql`update directory.organisation set name = ' ' where id = ${card}`],
  ['kind_is_known', () => sql`update directory.organisation set kind = 'empire' where id = ${card}`],
  ['country_is_iso_alpha2', () => sql`update directory.organisation set country = 'fr' where id = ${card}`],
  ['website_is_an_address', () => sql`update directory.organisation set website = 'javascript:alert(1)' where id = ${card}`],
  ['names_are_localized', () => sql`update directory.organisation set names = '{"FR":"x"}' where id = ${card}`],
  ['family_name_is_not_empty', () => sql`update directory.person set family_name = '' where id = ${person}`],
  ['honorific_is_known', () => sql`update directory.person set honorific = 'mgr' where id = ${person}`],
  ['email_is_one_address', () => sql`update directory.person set email = 'a@b c@d' where id = ${person}`],
  ['phone_is_international', () => sql`update directory.person set phone = '0491130000' where id = ${person}`],
  ['kind_is_known', () => aMerge({ kind: 'city' })],
  ['two_cards_are_merged', () => aMerge({ gone_id: unknown })],
  ['gone_name_is_not_empty', () => aMerge({ gone_name: ' ' })],
  ['undone_after_it_was_done', () => aMerge({ undone_at: '2019-02-07' })],
  ['a_card_goes_once', () => aMerge({}, 2)],
  ['a_pair_is_in_order', () => sql`insert into directory.distinct_pair (one_id, other_id) values (${person}, ${unknown})`],
  [
    'a_pair_is_told_once',
    () => sql`insert into directory.distinct_pair (one_id, other_id) select ${unknown}::uuid, ${person}::uuid from generate_series(1, 2)`,
  ],
  ['legal_basis_is_known', () => sql`update directory.person set legal_basis = 'habit' where id = ${person}`],
  ['consent_is_dated', () => sql`update directory.person set legal_basis = 'consent' where id = ${person}`],
  ['consent_is_dated', () => sql`update directory.person set consented_on = '2019-02-08', consent_source = 'x' where id = ${person}`],
  ['consent_says_how', () => sql`update directory.person set legal_basis = 'consent', consented_on = '2019-02-08' where id = ${person}`],
  ['contact_is_plausible', () => sql`update directory.person set last_contact_on = '0019-02-08' where id = ${person}`],
  [
    'consent_is_plausible',
    () => sql`update directory.person set legal_basis = 'consent', consented_on = '0019-02-08', consent_source = 'x' where id = ${person}`,
  ],
  ['protocol_rank_is_plausible', () => sql`update directory.affiliation set protocol_rank = 0 where person_id = ${person}`],
  [
    'capacity_is_localized',
    () => sql`insert into directory.affiliation (person_id, affiliated_to_id, capacity) values (${person}, ${card}, '{}')`,
  ],
  [
    'ends_after_it_starts',
    () =>
      sql`insert into directory.affiliation (person_id, affiliated_to_id, capacity, starts_on, ends_on) values (${person}, ${card}, '{"fr":"x"}', '2019-02-08', '2019-02-07')`,
  ],
  [
    'dates_are_plausible',
    () =>
      sql`insert into directory.affiliation (person_id, affiliated_to_id, capacity, starts_on) values (${person}, ${card}, '{"fr":"x"}', '0019-02-08')`,
  ],
  [
    'nobody_holds_a_capacity_twice_at_once',
    () =>
      sql`insert into directory.affiliation (person_id, affiliated_to_id, capacity, starts_on) values (${person}, ${card}, '{"fr":"directrice"}', '2019-02-08')`,
  ],
])('the database itself refuses: %s', async (constraint, statement) => {
  const refusal = await readAs(platform.services, owner.caller, ({ tx }) => statement().execute(tx)).catch((error: unknown) =>
    violatedConstraint(error),
  )

  expect(refusal).toBe(constraint)
})

test('what the stranger tried left the card as it was', async () => {
  const saved = await act(platform.services, owner.caller, async ({ tx }): Promise<Outcome<unknown, never>> => ({
    ok: true,
    value: (
      await sql`select o.name, o.kept_by, p.email from directory.organisation o, directory.person p where o.id = ${card} and p.id = ${person}`.execute(
        tx,
      )
    ).rows,
  }))

  expect(saved).toEqual({ ok: true, value: [{ name: 'Laboratoire Discret', keptBy: owner.organisationId, email: 's@example.org' }] })
})
