import { sql } from 'kysely'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { withOwner } from '#platform/db.ts'
import { addDays, asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'
import type { AgreementId } from './domain/agreement.ts'
import { exclusiveOverlap } from './domain/licence.ts'
import { lastDayOf } from './domain/term.ts'
import { aParty, twoRegisters } from './register.fixture.ts'
import { writeDomain } from './usecases/write-pledges.ts'
import { recordCommittee } from './usecases/write-committee.ts'
import { amendAgreement, writeWording } from './usecases/write-papers.ts'

/** Every statement here is written by hand, as escale_web with an actor: no check of the application stands in the way. */
let world: Awaited<ReturnType<typeof twoRegisters>>
let running: AgreementId
let idea: AgreementId
beforeAll(async () => {
  world = await twoRegisters(inject('templateUrl'))
  idea = await world.open({ title: { fr: 'Une idée' } })
  running = await world.open({ title: { fr: 'Accord secret' } })
  valueOf(
    await world.as(world.officer, (ctx) =>
      writeWording(ctx, running, { language: 'fr', body: 'Les parties conviennent…', isAuthentic: true, version: 0 }),
    ),
  )
  for (const step of [
    { kind: 'vote', on: asLocalDate('2025-06-01'), proof: '25-114' },
    { kind: 'sign', on: asLocalDate('2025-06-02'), proof: 'Portobello' },
  ] as const)
    valueOf(await world.step(running, step))
  valueOf(await world.as(world.officer, (ctx) => writeDomain(ctx, running, { title: { fr: 'Design' }, pledges: [{ fr: 'Résidences' }] })))
  valueOf(
    await world.as(world.officer, (ctx) =>
      amendAgreement(ctx, running, {
        signedOn: asLocalDate('2025-07-01'),
        voteReference: '',
        summary: 'Un champ de plus',
        prolongsTo: null,
      }),
    ),
  )
  valueOf(
    await world.as(world.officer, (ctx) =>
      recordCommittee(ctx, running, {
        heldOn: asLocalDate('2025-09-01'),
        place: '',
        ownChair: '',
        theirChair: '',
        attendees: 'Ana Béal',
        minutes: 'Secret',
      }),
    ),
  )
})
afterAll(() => world.close())

const set = (assignments: string, id = idea) => sql`update agreements.agreement set ${sql.raw(assignments)} where id = ${id}`
const voted = `voted_on = '2025-06-01', vote_reference = '25-114'`
const signed = `${voted}, signed_on = '2025-06-02', signed_at_place = 'Portobello'`
const transmitted = `${signed}, transmitted_on = '2025-06-03', transmission_reference = 'AR 044'`

describe('what no agreement may say', () => {
  test('a life in order enters', async () => {
    expect(await world.stoppedBy(world.officer, set(`${transmitted}, in_force_from = '2025-06-03'`))).toBeNull()
  })

  test.each([
    ['voted_before_it_is_signed', `signed_on = '2025-06-02', signed_at_place = 'Portobello'`],
    ['voted_before_it_is_signed', signed.replace('2025-06-02', '2025-05-31')],
    ['signed_before_it_is_transmitted', `${voted}, transmitted_on = '2025-06-03', transmission_reference = 'AR 044'`],
    ['signed_before_it_is_transmitted', transmitted.replace('2025-06-03', '2025-06-01')],
    ['transmitted_before_it_is_in_force', `${signed}, in_force_from = '2025-06-03'`],
    ['transmitted_before_it_is_in_force', `${transmitted}, in_force_from = '2025-06-02'`],
    [
      'in_force_states_object_and_forecast',
      `${transmitted}, in_force_from = '2025-06-03', forecast_cents = null, forecast_currency = null`,
    ],
    ['in_force_states_object_and_forecast', `${transmitted}, in_force_from = '2025-06-03', object = '{}'`],
    ['negotiated_before_it_is_voted', `${voted}, negotiated_since = '2025-06-02', negotiation_basis = 'Courrier'`],
    ['a_negotiation_says_what_opened_it', `negotiated_since = '2025-06-02'`],
    ['a_negotiation_says_what_opened_it', `negotiated_since = '2025-06-02', negotiation_basis = ' '`],
    ['a_vote_names_its_deliberation', `voted_on = '2025-06-01'`],
    ['a_vote_names_its_deliberation', `voted_on = '2025-06-01', vote_reference = ''`],
    ['a_signature_has_its_place', `${voted}, signed_on = '2025-06-02'`],
    ['a_transmission_keeps_its_receipt', `${signed}, transmitted_on = '2025-06-03'`],
    ['a_termination_says_why', `${signed}, terminated_on = '2025-06-03'`],
    ['terminated_once_signed', `terminated_on = '2025-06-03', termination_reason = 'Courrier'`],
    ['what_is_unproven_names_its_source', `unproven_because = 'entered_from_archive'`],
    ['unproven_because_is_known', `unproven_because = 'laziness', unproven_source = 'x'`],
    ['attested_from_an_archive', `attested_on = '2009-01-26'`],
    ['forecast_has_a_currency', `forecast_currency = null`],
    ['forecast_is_not_negative', `forecast_cents = -1`],
    ['type_is_known', `type = 'treaty'`],
    ['scopes_are_known', `scopes = array['war']`],
    ['title_is_localized', `title = '{}'`],
    ['last_day_follows_its_term', `runs_from = '2009-01-26', term_months = 24, last_day = '2011-01-26'`],
    ['a_term_has_months', `term_months = 0`],
    ['last_day_after_the_first', `term_months = null, runs_from = '2009-01-26', last_day = '2009-01-25'`],
    ['never_renews_itself', `renews_id = id`],
  ])('%s', async (constraint, assignments) => {
    expect(await world.stoppedBy(world.officer, set(assignments))).toBe(constraint)
  })

  test('a signed agreement keeps two parties, counted at the end', async () => {
    const alone = sql`delete from agreements.party where agreement_id = ${idea} and kind = 'foreign_authority'`

    expect(await world.stoppedBy(world.officer, alone, set(signed))).toBe('an_agreement_binds_two_parties')
    expect(await world.stoppedBy(world.officer, alone)).toBeNull()
  })

  test('a second renewal of the same agreement', async () => {
    const renewal = sql`insert into agreements.agreement (type, title, country, renews_id) values ('twinning', '{"fr":"Suite"}', 'IT', ${running})`

    expect(await world.stoppedBy(world.officer, renewal)).toBeNull()
    expect(await world.stoppedBy(world.officer, renewal, renewal)).toBe('renewed_once')
  })
})

describe('what was signed does not move', () => {
  test.each([
    `object = '{"fr":"Autre chose."}'`,
    `type = 'twinning'`,
    `forecast_cents = 1`,
    `term_months = 36`,
    `unproven_because = 'other_law', unproven_source = 'Droit italien'`,
  ])('%s', async (assignments) => {
    expect(await world.stoppedBy(world.officer, set(assignments, running))).toBe('what_was_signed_does_not_move')
  })

  test('nor its parties, nor its text', async () => {
    const party = sql`delete from agreements.party where agreement_id = ${running}`
    const text = sql`update agreements.wording set body = 'Autre' where agreement_id = ${running}`

    expect(await world.stoppedBy(world.officer, party)).toBe('what_was_signed_does_not_move')
    expect(await world.stoppedBy(world.officer, text)).toBe('what_was_signed_does_not_move')
    expect(await world.stoppedBy(world.officer, sql`delete from agreements.wording where agreement_id = ${running}`)).toBe(
      'what_was_signed_does_not_move',
    )
  })

  test('nor does it leave the register', async () => {
    expect(await world.stoppedBy(world.officer, sql`delete from agreements.agreement where id = ${running}`)).toBe('what_was_voted_stays')
    expect(await world.stoppedBy(world.officer, sql`delete from agreements.agreement where id = ${idea}`)).toBeNull()
  })
})

test('a State is no party without a dated ground, whatever the statement says it is', async () => {
  const [state, city] = [crypto.randomUUID(), crypto.randomUUID()]
  const card = (id: string, kind: string) =>
    sql`insert into directory.organisation (id, kept_by, name, kind, country) values (${id}, ${world.officer.organisationId}, ${`Fiche ${kind}`}, ${kind}, 'MC')`
  const party = (id: string, ground: string) =>
    sql`insert into agreements.party (agreement_id, party_id, kind, position, state_ground, state_ground_on) values (${idea}, ${id}, 'company', 9, ${sql.raw(ground)})`

  expect(await world.stoppedBy(world.officer, card(state, 'state'), party(state, 'null, null'))).toBe(
    'a_state_is_a_party_on_a_dated_ground',
  )
  expect(await world.stoppedBy(world.officer, card(state, 'state'), party(state, `'prior_agreement', null`))).toBe(
    'a_state_is_a_party_on_a_dated_ground',
  )
  expect(await world.stoppedBy(world.officer, card(state, 'state'), party(state, `'prior_agreement', '2016-12-06'`))).toBe(
    'a_ground_is_law_on_its_day',
  )
  expect(await world.stoppedBy(world.officer, card(state, 'state'), party(state, `'prior_agreement', '2016-12-07'`))).toBeNull()
  expect(await world.stoppedBy(world.officer, card(city, 'foreign_authority'), party(city, 'null, null'))).toBeNull()
})

test('a card one does not see is no party', async () => {
  const hidden = await world.open({ parties: [aParty({ name: 'Fiche privée' })] }, world.city)
  const parties = (await world.load(hidden, world.city))?.parties ?? []
  const party = sql`insert into agreements.party (agreement_id, party_id, kind, position) values (${idea}, ${parties[1]?.organisationId}, 'company', 9)`

  expect(await world.stoppedBy(world.officer, party)).toBe('23502')
})

test('the database and the program count the same last day', async () => {
  const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(asLocalDate('1950-01-01'), days))
  const terms = fc.sample(fc.tuple(day, fc.integer({ min: 1, max: 600 })), { numRuns: 500, seed: 2009 })
  const counted = await withOwner(world.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ last: string }>(
      `select agreements.last_day(runs_from, months)::text as last from unnest($1::date[], $2::int[]) with ordinality t (runs_from, months, rank) order by rank`,
      [terms.map(([from]) => from), terms.map(([, months]) => months)],
    )
    return rows.map(({ last }) => last)
  })

  expect(counted).toEqual(terms.map(([from, months]) => lastDayOf(from, months)))
})

describe('a register is read and written by its organisation alone', () => {
  const tables = ['agreement', 'party', 'signatory', 'wording', 'domain', 'pledge', 'amendment', 'committee_meeting']
  const count = async (who: Somebody, table: string) =>
    world.read(who, async (ctx) => {
      const column = table === 'agreement' ? 'id' : 'agreement_id'
      const { rows } = await sql<{
        n: number
      }>`select count(*)::int as n from agreements.${sql.raw(table)} where ${sql.raw(column)} = ${running}`.execute(ctx.tx)
      return rows[0]?.n ?? -1
    })

  test.each(tables)('%s', async (table) => {
    expect(await count(world.officer, table)).toBeGreaterThan(0)
    expect(await count(world.city, table)).toBe(0)
  })

  test('another organisation changes nothing, and hangs nothing on an agreement it guesses', async () => {
    const theirs = await world.read(world.city, async (ctx) => {
      const { numAffectedRows } = await sql`update agreements.agreement set cooperation_since = 1999 where id = ${running}`.execute(ctx.tx)
      return numAffectedRows
    })
    const hung = sql`insert into agreements.domain (agreement_id, title, position) values (${running}, '{"fr":"Intrus"}', 0)`

    expect(theirs).toBe(0n)
    expect(await world.stoppedBy(world.city, hung)).toBe('domain_of_an_own_agreement')
    expect(
      await world.stoppedBy(
        world.city,
        sql`insert into agreements.domain (agreement_id, organisation_id, title, position) values (${running}, ${world.officer.organisationId}, '{"fr":"Intrus"}', 0)`,
      ),
    ).toBe('42501')
  })

  test('a pledge hangs on a domain of its own agreement', async () => {
    const pledge = sql`insert into agreements.pledge (agreement_id, domain_id, title, position)
      select ${idea}, id, '{"fr":"Ailleurs"}', 0 from agreements.domain where agreement_id = ${running}`

    expect(await world.stoppedBy(world.officer, pledge)).toBe('pledge_in_a_domain')
  })

  test('an action that is done shows its evidence, and says when', async () => {
    const action = (state: string, evidence: string, closed: string) =>
      sql`insert into agreements.action (agreement_id, pledge_id, title, own_owner, state, evidence, closed_on)
        select agreement_id, id, 'Accueillir', 'Mission design', ${state}, ${evidence}, ${sql.raw(closed)} from agreements.pledge where agreement_id = ${running}`

    expect(await world.stoppedBy(world.officer, action('done', ' ', `'2026-01-01'`))).toBe('what_is_done_shows_its_evidence')
    expect(await world.stoppedBy(world.officer, action('done', 'Bilan', 'null'))).toBe('closed_on_when_closed')
    expect(await world.stoppedBy(world.officer, action('lost', '', 'null'))).toBe('state_is_known')
    expect(await world.stoppedBy(world.officer, action('planned', '', 'null'))).toBeNull()
  })
})

describe('an action that was closed', () => {
  const action = crypto.randomUUID()
  const closed = () => sql`insert into agreements.action (id, agreement_id, pledge_id, title, own_owner, state, evidence, closed_on)
    select ${action}, agreement_id, id, 'Accueillir', 'Mission design', 'done', 'Bilan', '2026-01-01' from agreements.pledge where agreement_id = ${running}`
  const taken = sql`update agreements.action set state = 'under_way', closed_on = null where id = ${action}`
  const reopening = (change: { agreement?: string; version?: number; state?: string; on?: string; reason?: string } = {}) =>
    sql`insert into agreements.reopening (agreement_id, action_id, action_version, state, closed_on, evidence, reopened_on, reason)
      values (${change.agreement ?? running}, ${action}, ${change.version ?? 1}, ${change.state ?? 'done'}, '2026-01-01', 'Bilan', ${change.on ?? '2026-02-01'}, ${change.reason ?? 'Trop tôt'})`

  test('is taken up again for a reason given about that closing', async () => {
    expect(await world.stoppedBy(world.officer, closed(), taken)).toBe('a_closed_action_reopens_for_a_reason')
    expect(await world.stoppedBy(world.officer, closed(), reopening({ version: 9 }), taken)).toBe('a_closed_action_reopens_for_a_reason')
    expect(await world.stoppedBy(world.officer, closed(), reopening(), taken)).toBeNull()
  })

  test.each([
    ['a_reopening_says_why', { reason: ' ' }],
    ['reopened_after_it_was_closed', { on: '2025-12-31' }],
    ['state_is_known', { state: 'under_way' }],
  ])('%s', async (constraint, change) => {
    expect(await world.stoppedBy(world.officer, closed(), reopening(change))).toBe(constraint)
  })

  test('is taken up once for each closing, and in its own agreement', async () => {
    expect(await world.stoppedBy(world.officer, closed(), reopening(), reopening())).toBe('an_action_reopens_once')
    expect(await world.stoppedBy(world.officer, closed(), reopening({ agreement: idea }))).toBe('reopening_of_an_action')
    expect(await world.stoppedBy(world.city, reopening())).toBe('reopening_of_an_own_agreement')
  })
})

describe('exclusive licences', () => {
  /** Two licences of the same brand, by hand: the first for five years in China. */
  const licence = (columns: { brand?: string; exclusive?: boolean; from?: string; country?: string; months?: number } = {}) => {
    const { brand = 'Carnaval', exclusive = true, from = '2017-05-01', country = 'CN', months = 60 } = columns
    const [agreement, party, id] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
    return [
      sql`insert into agreements.agreement (id, type, title, country) values (${agreement}, 'trademark_licence', '{"fr":"Licence"}', ${country})`,
      sql`insert into agreements.party (id, agreement_id, party_id, kind, position) values (${party}, ${agreement}, ${world.officer.organisationId}, '', 0)`,
      sql`insert into agreements.licence (id, agreement_id, licensee_id, brand, is_exclusive, starts_on, term_months, last_day)
        values (${id}, ${agreement}, ${party}, ${brand}, ${exclusive}, ${from}, ${months}, agreements.last_day(${from}::date, ${months}))`,
      sql`insert into agreements.licence_territory (licence_id, brand_key, is_exclusive, starts_on, last_day, country)
        select id, brand_key, is_exclusive, starts_on, last_day, ${country} from agreements.licence where id = ${id}`,
    ]
  }

  test.each([
    ['one_exclusive_licence_per_territory', {}],
    ['one_exclusive_licence_per_territory', { from: '2022-04-30' }],
    ['one_exclusive_licence_per_territory', { brand: 'CARNÁVAL ' }],
    [null, { from: '2022-05-01' }],
    [null, { country: 'JP' }],
    [null, { brand: 'Corso' }],
    [null, { exclusive: false }],
  ])('%s beside %j', async (constraint, second) => {
    expect(await world.stoppedBy(world.officer, ...licence(), ...licence(second))).toBe(constraint)
  })

  test('two licences overlap in the database exactly when the rule says so', async () => {
    const brands = ['Carnaval', 'Corso']
    const one = { brand: 'Carnaval', exclusive: true, from: '2017-05-01', country: 'CN', months: 60 }
    const some = fc.record({
      brand: fc.constantFrom(...brands),
      exclusive: fc.boolean(),
      from: fc.integer({ min: -2500, max: 2500 }).map((days) => addDays(asLocalDate(one.from), days)),
      country: fc.constantFrom('CN', 'JP'),
      months: fc.integer({ min: 1, max: 80 }),
    })
    const granted = (each: typeof one) => ({
      brand: each.brand,
      isExclusive: each.exclusive,
      startsOn: asLocalDate(each.from),
      lastDay: lastDayOf(asLocalDate(each.from), each.months),
      countries: [each.country],
    })
    for (const other of fc.sample(some, { numRuns: 25, seed: 2017 })) {
      const expected = exclusiveOverlap(granted(one), granted(other), (a, b) => a === b).length > 0

      expect(await world.stoppedBy(world.officer, ...licence(one), ...licence(other))).toBe(
        expected ? 'one_exclusive_licence_per_territory' : null,
      )
    }
  })

  test('a change that would make two exclusive is refused too, and a licence never outlives its term', async () => {
    const exclusive = sql`update agreements.licence set is_exclusive = true`

    expect(await world.stoppedBy(world.officer, ...licence(), ...licence({ exclusive: false }), exclusive)).toBe(
      'one_exclusive_licence_per_territory',
    )
    expect(await world.stoppedBy(world.officer, ...licence(), sql`update agreements.licence set last_day = '2022-05-01'`)).toBe(
      'licence_ends_with_its_term',
    )
  })

  test('an edition is held while the licence runs, and a theme has its jury', async () => {
    const edition = (columns: string) =>
      sql`insert into agreements.licence_edition (licence_id, agreement_id, number, held_on, theme, jury, theme_chosen_on)
        select id, agreement_id, 1, ${sql.raw(columns)} from agreements.licence`

    expect(await world.stoppedBy(world.officer, ...licence(), edition(`'2017-05-05', null, null, null`))).toBeNull()
    expect(await world.stoppedBy(world.officer, ...licence(), edition(`'2022-05-01', null, null, null`))).toBe(
      'an_edition_is_held_under_its_licence',
    )
    expect(await world.stoppedBy(world.officer, ...licence(), edition(`'2018-02-17', 'La mer', null, null`))).toBe(
      'a_theme_is_chosen_by_a_jury',
    )
    expect(await world.stoppedBy(world.officer, ...licence(), edition(`'2018-02-17', 'La mer', 'Jury', '2018-02-18'`))).toBe(
      'chosen_before_it_is_held',
    )
  })
})
