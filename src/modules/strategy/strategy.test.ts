import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { openAgreement, writeDomain } from '#modules/agreements/index.ts'
import { aDraft } from '#modules/agreements/register.fixture.ts'
import { ensureOrganisation } from '#modules/directory/index.ts'
import { namePartner } from '#modules/missions/index.ts'
import { listHistory } from '#platform/history.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { PlanId } from './domain/plan.ts'
import { loadPlan } from './sql/plans.ts'
import { listObjectivesOf } from './sql/ties.ts'
import { aPlan, twoStrategies } from './strategy.fixture.ts'
import { changeDestination, removeDestination } from './usecases/choose-destinations.ts'
import { readCoverage } from './usecases/read-coverage.ts'
import { setTargets } from './usecases/set-targets.ts'
import { readTies, tieObjectives } from './usecases/tie-objectives.ts'
import { addField, changeObjective, removeField, removeObjective } from './usecases/write-objectives.ts'
import { changePlan } from './usecases/write-plan.ts'
import { readReview, writeReview } from './usecases/write-review.ts'

let world: Awaited<ReturnType<typeof twoStrategies>>
beforeAll(async () => {
  world = await twoStrategies(inject('templateUrl'))
})
afterAll(() => world.close())

const load = async (planId: PlanId = world.planId) => {
  const plan = await world.read(world.officer, (ctx) => loadPlan(ctx.tx, planId))
  if (!plan) throw new Error('no such plan')
  return plan
}

describe('priority destinations', () => {
  test('take the first free number; one more than was decided says why', async () => {
    const planId = await world.open({ fromYear: 2040, toYear: 2041 })
    valueOf(await world.choose({ city: 'Gênes' }, planId))
    const turin = valueOf(await world.choose({ city: 'Turin' }, planId))
    expect(await world.choose({ city: 'Milan' }, planId)).toEqual({ ok: false, problem: { code: 'beyond_the_limit_is_justified' } })
    valueOf(await world.choose({ city: 'Milan', justification: 'Invitation de la ville' }, planId))
    expect(await world.choose({ city: 'milan', justification: 'x' }, planId)).toMatchObject({
      ok: false,
      problem: { code: 'a_destination_is_named_once' },
    })

    const [, , milan] = (await load(planId)).destinations
    if (!milan) throw new Error('Milan is missing')
    expect(milan.number).toBe(3)
    const unjustified = { justification: '', sharedWith: '' }
    expect(await world.as(world.officer, (ctx) => changeDestination(ctx, planId, milan.id, milan.version, unjustified))).toMatchObject({
      problem: { code: 'beyond_the_limit_is_justified' },
    })
    valueOf(await world.as(world.officer, (ctx) => removeDestination(ctx, planId, turin)))
    valueOf(await world.choose({ country: 'JP' }, planId))
    expect((await load(planId)).destinations.map(({ number, country }) => [number, country])).toEqual([
      [1, 'IT'],
      [2, 'JP'],
      [3, 'IT'],
    ])
  })

  test('an unknown city asks for its country, and a destination is shared with somebody else', async () => {
    expect(await world.choose({ city: 'Portobello' })).toMatchObject({ problem: { code: 'country_missing' } })
    expect(await world.choose({ city: 'Gênes', sharedWith: 'Département de Rochebrune' })).toMatchObject({
      problem: { code: 'shared_with_another' },
    })
  })
})

describe('planned against done', () => {
  test('counts missions at the cities of their legs, visits by the city of their visitors, in the years of the plan', async () => {
    const genoa = valueOf(await world.choose({ city: 'Gênes' }))
    const japan = valueOf(await world.choose({ country: 'JP' }))
    const themes = [{ fr: 'Santé' }, { fr: 'Port' }]
    const done = await world.mission('genes', 'IT', '2025-06-01', { themes })
    await world.mission('Osaka', 'JP', '2026-11-01')
    await world.mission('Gênes', 'IT', '2024-06-01')
    await world.mission('Rochebrune', 'FR', '2025-10-10', { kind: 'event' })
    const sector = valueOf(
      await world.as(world.officer, (ctx) =>
        addField(ctx, world.planId, { kind: 'sector', label: { fr: 'sante' }, weight: 3, objectiveId: null }),
      ),
    )
    valueOf(await world.as(world.officer, (ctx) => tieObjectives(ctx, { mission: done }, [world.objectives[0]])))
    valueOf(await world.as(world.officer, (ctx) => setTargets(ctx, world.planId, { id: genoa, year: 2025 }, { missions: 2, visits: 0 })))

    const { coverage, fields } = await world.read(world.officer, (ctx) => readCoverage(ctx, world.planId))
    const at = (id: string) => coverage.destinations.find((line) => line.id === id)?.cells
    expect(at(genoa)).toMatchObject({
      missions: { planned: 2, done: 1, ahead: 0 },
      visits: { planned: 0, done: 0, ahead: 0 },
      agreements: { planned: null },
    })
    expect(at(japan)?.missions).toEqual({ planned: null, done: 0, ahead: 1 })
    expect(coverage.reached).toBe(1)
    expect(coverage.untied.map(({ kind }) => kind).toSorted()).toEqual(['event', 'mission'])
    expect(fields).toEqual({ counts: { [sector]: 1 }, others: 0 })
    const year = await world.read(world.officer, (ctx) => readCoverage(ctx, world.planId, 2026))
    expect(year.coverage.total.missions).toEqual({ planned: null, done: 0, ahead: 1 })
    valueOf(await world.as(world.officer, (ctx) => removeField(ctx, world.planId, sector)))
  })

  test('counts a hosted event where the partners who come to it are from, for its objective and in its year', async () => {
    const planId = await world.open({ fromYear: 2028, toYear: 2029 })
    const objective = await world.objective({ fr: 'Accueillir' }, planId)
    const here = valueOf(await world.choose({ country: 'IT' }, planId))
    const elsewhere = valueOf(await world.choose({ country: 'CA' }, planId))
    const event = await world.mission('Rochebrune', 'IT', '2028-05-05', { kind: 'event' })
    await world.mission('Rochebrune', 'FR', '2028-06-06', { kind: 'event' })
    valueOf(await world.as(world.officer, (ctx) => tieObjectives(ctx, { mission: event }, [objective])))
    valueOf(await world.as(world.officer, (ctx) => setTargets(ctx, planId, { id: elsewhere, year: 2028 }, { events: 2 })))
    await world.as(world.officer, async (ctx) => {
      const { id: organisationId } = valueOf(
        await ensureOrganisation(ctx, { name: 'Ville de Québec', kind: 'municipality', country: 'CA' }),
      )
      return namePartner(ctx, event, { organisationId, role: 'partner', workstream: {} })
    })

    const { coverage } = await world.read(world.officer, (ctx) => readCoverage(ctx, planId))

    const eventsAt = (id: string) => coverage.destinations.find((line) => line.id === id)?.cells.events
    expect(eventsAt(elsewhere)).toEqual({ planned: 2, done: 0, ahead: 1 })
    expect(eventsAt(here)).toEqual({ planned: null, done: 0, ahead: 0 })
    expect(coverage.objectives[0]?.cells.events.ahead).toBe(1)
    expect(coverage.years.map(({ cells }) => cells.events.ahead)).toEqual([2, 0])
    expect(coverage.elsewhere).toHaveLength(1)
  })

  test('asks the database as much for many missions as for few', async () => {
    const ask = () => world.countQueries(world.officer, (ctx) => readCoverage(ctx, world.planId))
    const before = await ask()
    for (const day of ['2025-07-01', '2025-08-01', '2025-09-01']) await world.mission('Gênes', 'IT', day)
    expect(await ask()).toBe(before)
  })

  test('a year out of the period is refused', async () => {
    const late = world.as(world.officer, (ctx) => setTargets(ctx, world.planId, { id: world.objectives[0], year: 2031 }, { missions: 1 }))
    expect(await late).toEqual({ ok: false, problem: { code: 'a_target_is_in_its_period' } })
  })
})

describe('ties', () => {
  test('are those that were said last, and an objective that something serves stays', async () => {
    const mission = await world.mission('Gênes', 'IT', '2026-02-02')
    const served = () => world.read(world.officer, async (ctx) => (await listObjectivesOf(ctx.tx, { mission })).map(({ id }) => id))
    const [first, second] = world.objectives
    const say = (...ids: string[]) => world.as(world.officer, (ctx) => tieObjectives(ctx, { mission }, ids))
    valueOf(await say(first, second, second))
    expect(await served()).toEqual([first, second])
    valueOf(await say(second))
    expect(await served()).toEqual([second])
    expect(await world.as(world.officer, (ctx) => removeObjective(ctx, world.planId, second))).toEqual({
      ok: false,
      problem: { code: 'objective_is_relied_on' },
    })
    valueOf(await say())
    expect(await served()).toEqual([])
    const ties = await world.read(world.officer, (ctx) => readTies(ctx, { mission }))
    expect(ties.choices.slice(0, 2).map(({ id }) => id)).toEqual([first, second])
  })

  test('an objective nobody knows, or of another organisation, is nowhere', async () => {
    const mission = await world.mission('Gênes', 'IT', '2026-02-03')
    const theirs = await world.objective({ fr: 'La leur' }, await world.open({}, world.city), world.city)
    await expect(world.as(world.officer, (ctx) => tieObjectives(ctx, { mission }, [theirs]))).rejects.toBeInstanceOf(NotFound)
    await expect(world.as(world.city, (ctx) => tieObjectives(ctx, { mission }, [theirs]))).rejects.toBeInstanceOf(NotFound)
  })
})

describe('who may', () => {
  test('a reader reads and writes nothing; others find nothing', async () => {
    await expect(world.choose({ city: 'Gênes' }, world.planId, world.reader)).rejects.toBeInstanceOf(Forbidden)
    await expect(world.open({ fromYear: 2060, toYear: 2061 }, world.reader)).rejects.toBeInstanceOf(Forbidden)
    expect(await world.read(world.reader, (ctx) => loadPlan(ctx.tx, world.planId))).toMatchObject({ fromYear: 2025 })
    expect(await world.read(world.city, (ctx) => loadPlan(ctx.tx, world.planId))).toBeNull()
  })
})

describe('two people at once', () => {
  test('who read an older strategy, objective or review saves nothing over the newer', async () => {
    const planId = await world.open({ fromYear: 2070, toYear: 2071 })
    const facts = aPlan({ fromYear: 2070, toYear: 2071, title: { fr: 'Plus neuve' } })
    valueOf(await world.as(world.officer, (ctx) => changePlan(ctx, planId, 1, facts)))
    expect(await world.as(world.officer, (ctx) => changePlan(ctx, planId, 1, facts))).toMatchObject({
      problem: { code: 'stale_edit', saved: { title: { fr: 'Plus neuve' } } },
    })
    const objective = await world.objective({ fr: 'Un' }, planId)
    const word = (fr: string) => world.as(world.officer, (ctx) => changeObjective(ctx, planId, objective, 1, { fr }))
    valueOf(await word('Deux'))
    expect(await word('Trois')).toMatchObject({ problem: { code: 'stale_objective' } })
  })
})

describe('the yearly review', () => {
  test('is drafted in both languages from the figures, then kept as it was rewritten', async () => {
    const drafted = await world.read(world.officer, (ctx) => readReview(ctx, world.planId, 2025))
    expect(drafted.review.version).toBe(0)
    expect(drafted.review.opening.fr).toContain('Ce qui y a contribué en 2025 : 4 missions et 1 événement accueilli.')
    expect(drafted.review.opening.en).toContain('What contributed to it in 2025: 4 missions and 1 hosted event.')
    const rewritten = { ...drafted.review, opening: { fr: 'Une bonne année.' } }
    valueOf(await world.as(world.officer, (ctx) => writeReview(ctx, world.planId, rewritten)))
    expect((await world.read(world.officer, (ctx) => readReview(ctx, world.planId, 2025))).review).toMatchObject({
      version: 1,
      opening: { fr: 'Une bonne année.' },
    })
    expect(await world.as(world.officer, (ctx) => writeReview(ctx, world.planId, rewritten))).toMatchObject({
      problem: { code: 'stale_review' },
    })
    await expect(world.read(world.officer, (ctx) => readReview(ctx, world.planId, 2031))).rejects.toBeInstanceOf(NotFound)
    const written = await world.read(world.officer, (ctx) =>
      listHistory(ctx.tx, { whole: { schema: 'strategy', column: 'plan_id', id: world.planId }, limit: 5 }),
    )
    expect(written[0]?.event).toBe('strategy.review_written')
  })
})

test('an agreement weighs by its domains as a mission does by its themes, and one that names others is counted all the same', async () => {
  const planId = await world.open({ fromYear: 2080, toYear: 2081 })
  const sector = valueOf(
    await world.as(world.officer, (ctx) =>
      addField(ctx, planId, { kind: 'sector', label: { fr: 'Construction navale' }, weight: 3, objectiveId: null }),
    ),
  )
  const planned = async (title: string, domain: string) => {
    const draft = { ...aDraft({ title: { fr: title } }), country: 'IT' }
    const id = valueOf(await world.as(world.officer, (ctx) => openAgreement(ctx, draft)))
    valueOf(await world.as(world.officer, (ctx) => writeDomain(ctx, id, { title: { fr: domain }, pledges: [] })))
  }
  await planned('Accord naval', 'construction navale ')
  await planned('Accord de musique', 'Musique')

  const { pipeline } = await world.read(world.officer, (ctx) => readCoverage(ctx, planId))
  const foreign = await world.read(world.city, (ctx) => ctx.tx.selectFrom('agreements.pubDomain').selectAll().execute())

  expect(pipeline.map(({ title, fieldIds, hasThemes }) => [title.fr, fieldIds, hasThemes])).toEqual([
    ['Accord naval', [sector], true],
    ['Accord de musique', [], true],
  ])
  expect(foreign).toEqual([])
})
