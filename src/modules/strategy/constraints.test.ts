import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { MissionId } from '#modules/missions/index.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'
import type { ObjectiveId, PlanId } from './domain/plan.ts'
import { twoStrategies } from './strategy.fixture.ts'

/** Every statement here is written by hand, as escale_web with an actor: no check of the application stands in the way. */
let world: Awaited<ReturnType<typeof twoStrategies>>
let foreignPlan: PlanId
let foreignObjective: ObjectiveId
let missionId: MissionId
beforeAll(async () => {
  world = await twoStrategies(inject('templateUrl'))
  valueOf(await world.choose({ city: 'Gênes' }))
  foreignPlan = await world.open({ title: { fr: 'Stratégie de la ville' } }, world.city)
  foreignObjective = await world.objective({ fr: 'Objectif de la ville' }, foreignPlan, world.city)
  missionId = await world.mission('Turin', 'IT', '2026-02-01')
})
afterAll(() => world.close())

const destination = (columns: string, values: string) =>
  sql`insert into strategy.destination (plan_id, destination_limit, country, ${sql.raw(columns)}) values (${world.planId}, 2, 'IT', ${sql.raw(values)})`
const milan = `'{"fr":"Milan"}'`
const target = (columns: string, values: string) =>
  sql`insert into strategy.target (plan_id, from_year, to_year, ${sql.raw(columns)}) values (${world.planId}, 2025, 2027, ${sql.raw(values)})`
const ofFirst = () => `'${world.objectives[0]}'`
const setPlan = (assignments: string) => sql`update strategy.plan set ${sql.raw(assignments)} where id = ${world.planId}`

describe('what no strategy may say', () => {
  test.each([
    ['a_period_has_years', `to_year = 2024`],
    ['destinations_are_limited', `destination_limit = 0`],
    ['title_is_localized', `title = '{}'`],
    ['purpose_is_localized', `purpose = '{"fr": ""}'`],
  ])('%s', async (constraint, assignments) => {
    expect(await world.stoppedBy(world.officer, setPlan(assignments))).toBe(constraint)
  })

  test('two strategies for one year', async () => {
    const other = (from: number, to: number) =>
      sql`insert into strategy.plan (title, from_year, to_year, destination_limit) values ('{"fr":"Autre"}', ${from}, ${to}, 3)`
    expect(await world.stoppedBy(world.officer, other(2027, 2030))).toBe('one_strategy_a_year')
    expect(await world.stoppedBy(world.officer, other(2028, 2030))).toBeNull()
  })
})

describe('a priority destination', () => {
  test('beyond the number decided is refused, unless it is justified in writing', async () => {
    const second = destination('number, city_name', `2, ${milan}`)
    const third = (why: string) => destination('number, city_name, justification', `3, '{"fr":"Bari"}', '${why}'`)
    expect(await world.stoppedBy(world.officer, second)).toBeNull()
    expect(await world.stoppedBy(world.officer, second, third(''))).toBe('beyond_the_limit_is_justified')
    expect(await world.stoppedBy(world.officer, second, third('  '))).toBe('beyond_the_limit_is_justified')
    expect(await world.stoppedBy(world.officer, second, third('Demande du préfet'))).toBeNull()
  })

  test('cannot claim a limit its strategy does not have', async () => {
    const lie = sql`insert into strategy.destination (plan_id, destination_limit, country, number) values (${world.planId}, 99, 'FR', 3)`
    expect(await world.stoppedBy(world.officer, lie)).toBe('destination_of_an_own_plan')
  })

  test('holds the limit: it does not fall below what nothing justifies', async () => {
    const second = destination('number, city_name', `2, ${milan}`)
    expect(await world.stoppedBy(world.officer, second, setPlan('destination_limit = 1'))).toBe('beyond_the_limit_is_justified')
    expect(await world.stoppedBy(world.officer, setPlan('destination_limit = 1'))).toBeNull()
  })

  test.each([
    ['destinations_are_numbered', 'number, city_name', `1, ${milan}`],
    ['number_starts_at_one', 'number, city_name', `0, ${milan}`],
    ['a_destination_is_named_once', 'number, city_name', `2, '{"fr":" GENES"}'`],
    ['city_name_is_localized', 'number, city_name', `2, '{"fr": 4}'`],
  ])('%s', async (constraint, columns, values) => {
    expect(await world.stoppedBy(world.officer, destination(columns, values))).toBe(constraint)
  })

  test('is shared with another authority, never with oneself', async () => {
    const own = sql`update strategy.destination set shared_with_id = organisation_id where plan_id = ${world.planId}`
    expect(await world.stoppedBy(world.officer, own)).toBe('shared_with_another')
  })

  test('names a country by its two letters', async () => {
    const odd = sql`insert into strategy.destination (plan_id, destination_limit, country, number) values (${world.planId}, 2, 'i1', 2)`
    expect(await world.stoppedBy(world.officer, odd)).toBe('country_is_iso_alpha2')
  })
})

describe('what is planned', () => {
  test.each([
    ['a_target_is_in_its_period', 'objective_id, year, measure, planned', () => `${ofFirst()}, 2028, 'missions', 1`],
    ['measure_is_known', 'objective_id, year, measure, planned', () => `${ofFirst()}, 2026, 'parties', 1`],
    ['planned_is_counted', 'objective_id, year, measure, planned', () => `${ofFirst()}, 2026, 'missions', -1`],
    ['a_target_is_of_one_thing', 'year, measure, planned', () => `2026, 'missions', 1`],
    ['target_of_an_objective', 'objective_id, year, measure, planned', () => `'${foreignObjective}', 2026, 'missions', 1`],
    ['target_of_a_destination', 'destination_id, year, measure, planned', () => `'${foreignObjective}', 2026, 'missions', 1`],
  ])('%s', async (constraint, columns, values) => {
    expect(await world.stoppedBy(world.officer, target(columns, values()))).toBe(constraint)
  })

  test('is said once for a year, and keeps that year in the period', async () => {
    const one = target('objective_id, year, measure, planned', `${ofFirst()}, 2027, 'missions', 1`)
    expect(await world.stoppedBy(world.officer, one, one)).toBe('a_target_is_set_once')
    expect(await world.stoppedBy(world.officer, one, setPlan('to_year = 2026'))).toBe('a_target_is_in_its_period')
  })
})

describe('a preference', () => {
  const field = (columns: string, values: string) =>
    sql`insert into strategy.field (plan_id, kind, label, ${sql.raw(columns)}) values (${world.planId}, 'sector', '{"fr":"Design"}', ${sql.raw(values)})`

  test('weighs between one and five, is named once, and stands in its own strategy', async () => {
    expect(await world.stoppedBy(world.officer, field('weight', '0'))).toBe('a_preference_weighs')
    expect(await world.stoppedBy(world.officer, field('weight', '6'))).toBe('a_preference_weighs')
    expect(await world.stoppedBy(world.officer, field('weight', '1'), field('weight', '2'))).toBe('a_field_is_named_once')
    expect(await world.stoppedBy(world.officer, field('objective_id', `'${foreignObjective}'`))).toBe('field_of_an_objective')
    const odd = sql`insert into strategy.field (plan_id, kind, label) values (${world.planId}, 'colour', '{"fr":"Bleu"}')`
    expect(await world.stoppedBy(world.officer, odd)).toBe('kind_is_known')
    const nameless = sql`insert into strategy.field (plan_id, kind, label) values (${world.planId}, 'theme', '{"fr": 4}')`
    expect(await world.stoppedBy(world.officer, nameless)).toBe('label_is_localized')
  })
})

describe('an objective and a review', () => {
  test('have their place and their words', async () => {
    const objective = (position: number, title: string) =>
      sql`insert into strategy.objective (plan_id, position, title) values (${world.planId}, ${position}, ${title})`
    expect(await world.stoppedBy(world.officer, objective(0, '{"fr":"Autre"}'))).toBe('one_objective_per_position')
    expect(await world.stoppedBy(world.officer, objective(9, '{}'))).toBe('title_is_localized')
    const review = (year: number, opening = '{}', findings = '{}', outlook = '{}') =>
      sql`insert into strategy.review (plan_id, from_year, to_year, year, opening, findings, outlook)
        values (${world.planId}, 2025, 2027, ${year}, ${opening}, ${findings}, ${outlook})`
    expect(await world.stoppedBy(world.officer, review(2024))).toBe('a_review_is_in_its_period')
    expect(await world.stoppedBy(world.officer, review(2025), review(2025))).toBe('one_review_a_year')
    expect(await world.stoppedBy(world.officer, review(2025, '[]'))).toBe('opening_is_localized')
    expect(await world.stoppedBy(world.officer, review(2025, '{}', '[]'))).toBe('findings_is_localized')
    expect(await world.stoppedBy(world.officer, review(2025, '{}', '{}', '[]'))).toBe('outlook_is_localized')
  })
})

describe('a tie', () => {
  const tie = (columns: string, values: string) => sql`insert into strategy.tie (${sql.raw(columns)}) values (${sql.raw(values)})`

  test('is of one thing, once, to an objective of one’s own', async () => {
    const one = tie('objective_id, mission_id', `${ofFirst()}, '${missionId}'`)
    expect(await world.stoppedBy(world.officer, one)).toBeNull()
    expect(await world.stoppedBy(world.officer, one, one)).toBe('a_thing_is_tied_once')
    expect(await world.stoppedBy(world.officer, tie('objective_id', ofFirst()))).toBe('a_tie_is_of_one_thing')
    expect(await world.stoppedBy(world.officer, tie('objective_id, mission_id', `'${foreignObjective}', '${missionId}'`))).toBe(
      'tie_to_an_own_objective',
    )
  })

  test('ties no mission one has no seat at', async () => {
    expect(await world.stoppedBy(world.city, tie('objective_id, mission_id', `'${foreignObjective}', '${missionId}'`))).toBe('42501')
  })

  test('ties no agreement of another register', async () => {
    const agreement = sql`insert into agreements.agreement (id, type, title, country) values ('01900000-0000-7000-8000-00000000a9ee', 'twinning', '{"fr":"Secret"}', 'IT')`
    await world.as(world.officer, async (ctx) => {
      await agreement.execute(ctx.tx)
      return { ok: true, value: null }
    })
    expect(
      await world.stoppedBy(world.city, tie('objective_id, agreement_id', `'${foreignObjective}', '01900000-0000-7000-8000-00000000a9ee'`)),
    ).toBe('42501')
  })
})

describe('what others keep', () => {
  const tables = ['plan', 'objective', 'field', 'destination', 'target', 'tie', 'review']

  test.each(tables)('strategy.%s shows nobody else’s rows', async (table) => {
    await world.as(world.officer, async (ctx) => {
      const fill: Record<string, RawBuilder<unknown>> = {
        field: sql`insert into strategy.field (plan_id, kind, label) values (${world.planId}, 'theme', '{"fr":"Thème secret"}') on conflict do nothing`,
        target: target('objective_id, year, measure, planned', `${ofFirst()}, 2026, 'visits', 4`),
        tie: tie(ofFirst(), missionId),
        review: sql`insert into strategy.review (plan_id, from_year, to_year, year, opening, findings, outlook)
          values (${world.planId}, 2025, 2027, 2026, '{"fr":"Secret"}', '{}', '{}')`,
      }
      await fill[table]?.execute(ctx.tx)
      return { ok: true, value: null }
    })
    const count = (who: Somebody) =>
      world.read(who, async (ctx) => {
        const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(`strategy.${table}`)}
          where organisation_id = ${world.officer.organisationId}`.execute(ctx.tx)
        return rows[0]?.count ?? 0
      })
    expect(await count(world.officer)).toBeGreaterThan(0)
    expect(await count(world.city)).toBe(0)
  })

  test('an objective is not added to the strategy of another', async () => {
    const into = sql`insert into strategy.objective (plan_id, position, title) values (${foreignPlan}, 5, '{"fr":"Intrus"}')`
    expect(await world.stoppedBy(world.officer, into)).toBe('objective_of_an_own_plan')
  })

  function tie(objectiveId: string, mission: string) {
    return sql`insert into strategy.tie (objective_id, mission_id) values (${sql.raw(objectiveId)}, ${mission})`
  }
})
