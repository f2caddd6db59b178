import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { MissionId } from '#modules/missions/index.ts'
import { Forbidden, NotFound } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { listHistory } from '#platform/history.ts'
import { type Outcome, valueOf } from '#platform/pure/outcome.ts'
import type { ObjectiveId, PlanId } from './domain/plan.ts'
import { listPlans, loadPlan } from './sql/plans.ts'
import { listObjectivesOf } from './sql/ties.ts'
import { aPlan, twoStrategies } from './strategy.fixture.ts'
import { removeDestination } from './usecases/choose-destinations.ts'
import { archivePlan, removePlan, reopenPlan } from './usecases/end-plan.ts'
import { setTargets } from './usecases/set-targets.ts'
import { readTies, tieObjectives } from './usecases/tie-objectives.ts'
import { addField, addObjective, changeObjective } from './usecases/write-objectives.ts'
import { changePlan, openPlan } from './usecases/write-plan.ts'
import { writeReview } from './usecases/write-review.ts'

let world: Awaited<ReturnType<typeof twoStrategies>>
let missionId: MissionId
let firstYear = 2100
beforeAll(async () => {
  world = await twoStrategies(inject('templateUrl'))
  missionId = await world.mission('Turin', 'IT', '2026-02-01')
})
afterAll(() => world.close())

/** A strategy of the département for two years nobody else has, with an objective. */
async function opened(): Promise<{ planId: PlanId; objectiveId: ObjectiveId; fromYear: number }> {
  firstYear += 2
  const planId = await world.open({ fromYear: firstYear, toYear: firstYear + 1 })
  return { planId, objectiveId: await world.objective({ fr: 'Rayonner' }, planId), fromYear: firstYear }
}
const write = <T, P>(run: (ctx: Ctx) => Promise<Outcome<T, P>>) => world.as(world.officer, run)
const tie = (objectiveId: ObjectiveId) => write((ctx) => tieObjectives(ctx, { mission: missionId }, [objectiveId]))
const review = (planId: PlanId, year: number) =>
  write((ctx) => writeReview(ctx, planId, { year, version: 0, opening: {}, findings: {}, outlook: {} }))
const load = (planId: PlanId) => world.read(world.officer, (ctx) => loadPlan(ctx.tx, planId))

describe('a strategy is removed', () => {
  test('with all it holds when nothing rests on it, and the journal keeps what it said', async () => {
    const { planId, objectiveId, fromYear } = await opened()
    valueOf(await world.choose({ city: 'Gênes' }, planId))
    valueOf(await write((ctx) => setTargets(ctx, planId, { id: objectiveId, year: fromYear }, { missions: 2 })))

    valueOf(await write((ctx) => removePlan(ctx, planId)))

    expect(await load(planId)).toBeNull()
    const [entry] = await world.read(world.officer, (ctx) => listHistory(ctx.tx, { entity: 'strategy.plan', entityId: planId, limit: 1 }))
    expect(entry).toMatchObject({ event: 'strategy.removed', operation: 'delete', before: { title: { fr: 'Stratégie secrète' } } })
  })

  test('never while something serves it, even once it is archived', async () => {
    const { planId, objectiveId } = await opened()
    valueOf(await tie(objectiveId))
    expect(await write((ctx) => removePlan(ctx, planId))).toEqual({ ok: false, problem: { code: 'plan_is_served' } })
    valueOf(await write((ctx) => archivePlan(ctx, planId)))
    expect(await write((ctx) => removePlan(ctx, planId))).toEqual({ ok: false, problem: { code: 'plan_is_served' } })
    expect(await world.stoppedBy(world.officer, sql`delete from strategy.plan where id = ${planId}`)).toBe('tie_to_an_own_objective')
  })

  test('never once it was reviewed', async () => {
    const { planId, fromYear } = await opened()
    valueOf(await review(planId, fromYear))
    expect(await write((ctx) => removePlan(ctx, planId))).toEqual({ ok: false, problem: { code: 'plan_was_reviewed' } })
    expect(await world.stoppedBy(world.officer, sql`delete from strategy.plan where id = ${planId}`)).toBe('review_of_an_own_plan')
  })

  test('out of the archive too', async () => {
    const { planId } = await opened()
    valueOf(await write((ctx) => archivePlan(ctx, planId)))
    valueOf(await write((ctx) => removePlan(ctx, planId)))
    expect(await load(planId)).toBeNull()
  })
})

describe('an archived strategy', () => {
  test('is read and listed last, keeps what served it, and is offered to nothing else', async () => {
    const { planId, objectiveId } = await opened()
    valueOf(await tie(objectiveId))
    valueOf(await write((ctx) => archivePlan(ctx, planId)))
    valueOf(await write((ctx) => archivePlan(ctx, planId)))

    expect(await load(planId)).toMatchObject({ archivedOn: '2026-03-02' })
    expect((await world.read(world.officer, (ctx) => listPlans(ctx.tx))).at(-1)?.archivedOn).toBe('2026-03-02')
    const choicesOf = async (mission: string) =>
      (await world.read(world.officer, (ctx) => readTies(ctx, { mission }))).choices.map(({ id }) => id)
    const other = await world.mission('Turin', 'IT', '2026-02-03')
    expect(await choicesOf(missionId)).toContain(objectiveId)
    expect(await choicesOf(other)).not.toContain(objectiveId)
    await expect(write((ctx) => tieObjectives(ctx, { mission: other }, [objectiveId]))).rejects.toBeInstanceOf(NotFound)
    const raw = sql`insert into strategy.tie (objective_id, mission_id) values (${objectiveId}, ${other})`
    expect(await world.stoppedBy(world.officer, raw)).toBe('an_archived_strategy_is_kept')

    valueOf(await tie(objectiveId))
    expect((await world.read(world.officer, (ctx) => listObjectivesOf(ctx.tx, { mission: missionId }))).map(({ id }) => id)).toEqual([
      objectiveId,
    ])
  })

  test('does not change in any of its parts until it is taken up again', async () => {
    const { planId, objectiveId, fromYear } = await opened()
    const destination = valueOf(await world.choose({ city: 'Gênes' }, planId))
    valueOf(await write((ctx) => archivePlan(ctx, planId)))
    const kept = { ok: false, problem: { code: 'an_archived_strategy_is_kept', isConstraint: true } }
    const version = (await load(planId))?.version ?? 0
    const changes: readonly ((ctx: Ctx) => Promise<Outcome<unknown, unknown>>)[] = [
      (ctx) => changePlan(ctx, planId, version, aPlan({ fromYear, toYear: fromYear + 1 })),
      (ctx) => addObjective(ctx, planId, { fr: 'Autre' }),
      (ctx) => changeObjective(ctx, planId, objectiveId, 1, { fr: 'Autre' }),
      (ctx) => addField(ctx, planId, { kind: 'theme', label: { fr: 'Port' }, weight: 1, objectiveId: null }),
      (ctx) => removeDestination(ctx, planId, destination),
      (ctx) => setTargets(ctx, planId, { id: objectiveId, year: fromYear }, { missions: 1 }),
      (ctx) => writeReview(ctx, planId, { year: fromYear, version: 0, opening: {}, findings: {}, outlook: {} }),
    ]
    for (const change of changes) expect(await write(change)).toEqual(kept)

    valueOf(await write((ctx) => reopenPlan(ctx, planId)))
    valueOf(await write((ctx) => addObjective(ctx, planId, { fr: 'Autre' })))
  })

  test('leaves its years to another, and cannot take them back', async () => {
    const { planId, fromYear } = await opened()
    const other = (ctx: Ctx) => openPlan(ctx, aPlan({ fromYear, toYear: fromYear }))
    expect(await write(other)).toMatchObject({ problem: { code: 'one_strategy_a_year' } })
    valueOf(await write((ctx) => archivePlan(ctx, planId)))
    valueOf(await write(other))
    expect(await write((ctx) => reopenPlan(ctx, planId))).toMatchObject({ problem: { code: 'one_strategy_a_year' } })
  })
})

test('a reader ends no strategy, and nobody finds that of another organisation', async () => {
  const { planId } = await opened()
  for (const end of [archivePlan, reopenPlan, removePlan]) {
    await expect(world.as(world.reader, (ctx) => end(ctx, planId))).rejects.toBeInstanceOf(Forbidden)
    await expect(world.as(world.city, (ctx) => end(ctx, planId))).rejects.toBeInstanceOf(NotFound)
  }
})
