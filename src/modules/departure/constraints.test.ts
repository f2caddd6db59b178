import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'
import { aDeparture } from './departure.fixture.ts'
import { issueOrders } from './usecases/issue-orders.ts'
import { markItems } from './usecases/mark-items.ts'
import { setRule, setSignatory } from './usecases/set-rules.ts'

/** Every statement here is written by hand, as escale_web with an actor: no check of the application stands in the way. */
let world: Awaited<ReturnType<typeof aDeparture>>
const secret = 'Police 99-SECRET'
beforeAll(async () => {
  world = await aDeparture(inject('templateUrl'))
  for (const [who, member] of [
    [world.lead, world.bob],
    [world.city, world.cam],
  ] as const) {
    const marking = { state: 'done', doneOn: asLocalDate('2027-01-20'), reference: secret } as const
    valueOf(await world.as(who, (ctx) => markItems(ctx, world.missionId, [`${member}:insurance:`], marking)))
    valueOf(await world.as(who, (ctx) => setRule(ctx, { kind: 'visa', country: 'US', isAsked: true, categories: null, noticeDays: 3 })))
    valueOf(await world.as(who, (ctx) => setSignatory(ctx, { name: secret, capacity: 'Maire', authority: '', place: 'Rochebrune' })))
    const draft = {
      issuedOn: asLocalDate('2027-02-01'),
      validFrom: asLocalDate('2027-03-05'),
      validUntil: asLocalDate('2027-03-12'),
      transport: secret,
      expenses: '',
    }
    valueOf(await world.as(who, (ctx) => issueOrders(ctx, world.missionId, [member], draft)))
  }
})
afterAll(() => world.close())

const run = (who: Somebody, statement: string) => world.read(who, (ctx) => sql.raw<Record<string, unknown>>(statement).execute(ctx.tx))

describe('what stays with who sends a person', () => {
  const tables = ['departure.item', 'departure.own_rule', 'departure.signatory', 'departure.travel_order']

  test.each(tables)('%s: each partner reads its own rows, a stranger none', async (table) => {
    for (const who of [world.lead, world.city]) {
      const { rows } = await run(who, `select distinct organisation_id from ${table}`)
      expect(rows).toEqual([{ organisationId: who.organisationId }])
    }
    expect((await run(world.stranger, `select from ${table}`)).rows).toEqual([])
  })

  test('nothing of it is in the journal another may read', async () => {
    const leaked = `select entity from app.journal where payload::text like '%99-SECRET%'`

    expect((await run(world.lead, `${leaked} and organisation_id <> '${world.lead.organisationId}'`)).rows).toEqual([])
    expect((await run(world.lead, leaked)).rows.length).toBeGreaterThan(2)
    expect((await run(world.stranger, leaked)).rows).toEqual([])
  })

  test('the doors of the keeper open on one’s own missions alone, and the whole view on none', async () => {
    const of = `(array['${world.missionId}'::uuid])`

    expect((await run(world.stranger, `select * from departure.readiness${of}`)).rows).toEqual([])
    expect((await run(world.stranger, `select * from departure.own_requirements${of}`)).rows).toEqual([])
    const own = await run(world.city, `select distinct organisation_id from departure.own_requirements${of}`)
    expect(own.rows).toEqual([{ organisationId: world.city.organisationId }])
    await expect(run(world.lead, `select * from departure.requirements${of}`)).rejects.toThrow(/permission denied/)
  })

  test('nobody writes of another’s people, nor in another’s name', async () => {
    const item = (member: string, organisation: Somebody) =>
      `insert into departure.item (mission_id, organisation_id, member_id, kind) values ('${world.missionId}', '${organisation.organisationId}', '${member}', 'visa')`

    await expect(run(world.lead, item(world.cam, world.lead))).rejects.toMatchObject({ constraint: 'an_item_is_of_who_sends_the_member' })
    await expect(run(world.lead, item(world.cam, world.city))).rejects.toThrow(/row-level security/)
    expect((await run(world.lead, `update departure.item set reference = 'Pris' where member_id = '${world.cam}'`)).numAffectedRows).toBe(
      0n,
    )
  })

  test('a partner that leaves reads its items no more, keeps its register, and is no longer counted', async () => {
    const leaves = (at: string) =>
      world.asOwner(`update missions.partner set left_at = ${at} where organisation_id = '${world.city.organisationId}'`)
    const seen = async () => {
      const of = async (what: string) => (await run(world.city, `select from ${what}`)).rows.length
      const counted = await run(world.lead, `select from departure.readiness(array['${world.missionId}'::uuid])`)
      return [await of('departure.item'), await of('departure.travel_order'), counted.rows.length]
    }
    expect(await seen()).toEqual([1, 1, 2])

    await leaves("now() + interval '1 year'")
    const left = await seen()
    await leaves('null')

    expect(left).toEqual([0, 1, 1])
  })
})

describe('what no row may say', () => {
  const item = (columns: string, values: string) =>
    `insert into departure.item (mission_id, member_id, kind, ${columns}) values ('${world.missionId}', '${world.eve}', ${values})`
  const order = (change: Record<string, string> = {}) => {
    const values: Record<string, string> = {
      mission_id: `'${world.missionId}'`,
      member_id: `'${world.eve}'`,
      year: '2027',
      number: '90',
      issued_on: `'2027-02-01'`,
      valid_from: `'2027-03-05'`,
      valid_until: `'2027-03-12'`,
      facts: `'{}'`,
      digest: `sha256('{}')`,
      ...change,
    }
    return `insert into departure.travel_order (${Object.keys(values).join(', ')}) values (${Object.values(values).join(', ')})`
  }

  test.each([
    ['done_with_evidence', () => item('state, done_on', `'insurance', 'done', '2027-01-01'`)],
    ['done_on_a_day', () => item('state, reference', `'insurance', 'done', 'x'`)],
    ['evidence_when_done', () => item('reference', `'insurance', 'x'`)],
    ['not_needed_says_why', () => item('state, because', `'insurance', 'not_needed', ' '`)],
    ['no_copy_of_passport_or_health', () => item('state, done_on, file_id', `'passport', 'done', '2027-01-01', uuidv7()`)],
    ['evidence_is_a_file_of_ones_own', () => item('state, done_on, file_id', `'insurance', 'done', '2027-01-01', uuidv7()`)],
    ['one_item_per_requirement', () => `${item('country', `'visa', null`)}, ('${world.missionId}', '${world.eve}', 'visa', null)`],
    ['an_owner_has_a_name', () => item('owner_account_id', `'visa', uuidv7()`)],
    ['valid_twelve_months_at_most', () => order({ valid_until: `'2028-03-05'` })],
    ['signed_before_it_is_valid', () => order({ issued_on: `'2027-03-06'` })],
    ['a_year_is_that_of_the_signature', () => order({ year: '2026' })],
    ['digest_is_of_the_facts', () => order({ digest: `sha256('{ }')` })],
    ['a_travel_order_is_for_staff', () => order({ member_id: `'${world.ana}'` })],
    ['one_number_per_order', () => order({ number: '1' })],
    ['one_standing_order_per_person', () => order({ member_id: `'${world.bob}'` })],
    ['withdrawn_for_a_reason', () => `update departure.travel_order set state = 'withdrawn', withdrawn_on = '2027-02-01'`],
  ])('%s', async (constraint, statement) => {
    await expect(run(world.lead, statement())).rejects.toMatchObject({ constraint })
  })

  test('an issued order never changes, and one withdrawn never comes back', async () => {
    await expect(run(world.lead, `update departure.travel_order set valid_until = '2027-03-20'`)).rejects.toThrow(/permission denied/)
    const withdraw = `update departure.travel_order set state = 'withdrawn', withdrawn_on = '2027-02-01', withdrawn_because = 'Reporté'`
    await expect(
      world.read(world.lead, async (ctx) => {
        await sql.raw(withdraw).execute(ctx.tx)
        await sql.raw(`update departure.travel_order set state = 'issued', withdrawn_on = null, withdrawn_because = null`).execute(ctx.tx)
      }),
    ).rejects.toMatchObject({ constraint: 'an_issued_order_is_frozen' })
  })

  test('two rules of one country never hold on the same day', async () => {
    await expect(
      world.asOwner(
        `insert into departure.country_rule (country, kind, need, words, source, valid_from) values ('US', 'visa', 'required', '{"fr": "x"}', 'x', '2020-01-01')`,
      ),
    ).rejects.toMatchObject({ constraint: 'one_rule_at_a_time' })
  })
})
