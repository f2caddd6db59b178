import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { violatedConstraint } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { isUpheld, judgeRun } from './domain/judge/verdict.ts'
import { deltaOf } from './domain/plan-delta.ts'
import { plannedOf } from './domain/run.ts'
import type { Snapshot } from './domain/snapshot.ts'
import { anEventInMiami, everybodyWishes } from './meetings.fixture.ts'
import type { Absentee } from './domain/absentee.ts'
import { listMeetings, loadRun } from './sql/plans.ts'
import { listSlots, listSpots } from './sql/setup.ts'
import { applyRun } from './usecases/apply-run.ts'
import { performRun } from './usecases/perform-run.ts'
import { requestRun } from './usecases/request-run.ts'
import { readUnforeseen, sayAbsent } from './usecases/say-absent.ts'

/** Five companies, three hosts, everybody wishes for everybody: fifteen meetings at four tables, twelve slots. */
let world: Awaited<ReturnType<typeof anEventInMiami>>
let owner: pg.Client
let slots: string[]
beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'))
  owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
  const [homes, hosts]: [string[], string[]] = [[], []]
  for (const name of ['A', 'B', 'C', 'D', 'E']) homes.push(await world.bring(world.lead, name))
  for (const name of ['X', 'Y', 'Z']) hosts.push(await world.bring(world.lead, name, { circleId: world.host }))
  await everybodyWishes(world, world.eventId, homes, hosts)
  slots = (await world.read(world.lead, (ctx) => listSlots(ctx.tx, world.eventId))).map(({ id }) => id)
  await applyPlan(null)
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

const inForce = () => world.read(world.lead, (ctx) => listMeetings(ctx.tx, world.eventId))
const unforeseen = () => world.read(world.lead, (ctx) => readUnforeseen(ctx, world.missionId, world.eventId))
const absent = (who: Absentee, slotIds: readonly string[], by = world.lead) =>
  world.as(by, (ctx) => sayAbsent(ctx, world.missionId, world.eventId, who, slotIds))
async function plan(movesAllowed: number | null) {
  const terms = { seed: 1, rounds: 6, movesAllowed }
  const number = valueOf(await world.as(world.lead, (ctx) => requestRun(ctx, world.missionId, world.eventId, terms)))
  const load = () => world.read(world.lead, (ctx) => loadRun(ctx.tx, world.eventId, number))
  await performRun(world.services, owner, (await load())?.id ?? '', new AbortController().signal)
  const run = await load()
  if (!run?.result) throw new Error('no plan was found')
  return { number, result: run.result, verdict: judgeRun(JSON.parse(run.snapshot) as Snapshot, run.result) }
}
async function applyPlan(movesAllowed: number | null) {
  const planned = await plan(movesAllowed)
  valueOf(await world.as(world.lead, (ctx) => applyRun(ctx, world.missionId, world.eventId, planned.number)))
  return planned
}

describe('the unforeseen', () => {
  test('a table that is lost breaks what is held there, and a plan with few moves leaves it', async () => {
    const before = (await inForce()).map(plannedOf)
    const table = (await world.read(world.lead, (ctx) => listSpots(ctx.tx, world.eventId))).find(({ id }) =>
      before.some(({ spotId }) => spotId === id),
    )
    const there = before.filter(({ spotId }) => spotId === table?.id)
    expect((await unforeseen()).broken).toEqual([])

    valueOf(await absent({ kind: 'spot', id: table?.id ?? '' }, slots))
    const { broken } = await unforeseen()
    expect(broken.map(({ kind }) => kind)).toEqual(there.map(() => 'spot_away'))

    const { verdict } = await applyPlan(2)
    expect(isUpheld(verdict)).toBe(true)
    const after = (await inForce()).map(plannedOf)
    expect(after.filter(({ spotId }) => spotId === table?.id)).toEqual([])
    expect(deltaOf(before, after).length).toBeGreaterThanOrEqual(there.length)
    expect((await unforeseen()).broken).toEqual([])
  })

  test.each([0, 1, 2, 3, 5])('somebody who is away from the first half of the day moves at most %i meetings', async (movesAllowed) => {
    const before = (await inForce()).map(plannedOf)
    const person = (await unforeseen()).absentees.find(({ kind, id }) => kind === 'representative' && before[0]?.people.includes(id))
    valueOf(await absent({ kind: 'representative', id: person?.id ?? '' }, slots.slice(0, 4)))

    let planned: Awaited<ReturnType<typeof plan>> | null = null
    try {
      planned = await plan(movesAllowed)
    } catch (error) {
      // Fewer moves than what cannot stay: there is no such plan, and the run says so instead of moving more.
      expect(String(error)).toContain('no plan was found')
    }

    if (planned) {
      expect(isUpheld(planned.verdict)).toBe(true)
      expect(planned.verdict.moves?.made).toBeLessThanOrEqual(movesAllowed)
    }
    const stuck = before.filter(({ people, slotId }) => people.includes(person?.id ?? '') && slots.slice(0, 4).includes(slotId)).length
    expect(planned !== null).toBe(movesAllowed >= stuck)
    valueOf(await absent({ kind: 'representative', id: person?.id ?? '' }, []))
  })

  test('is said by organisers, of what the event has', async () => {
    const [spot] = await world.read(world.lead, (ctx) => listSpots(ctx.tx, world.eventId))
    await expect(absent({ kind: 'spot', id: spot?.id ?? '' }, [], world.city)).rejects.toThrow(Forbidden)
    await expect(absent({ kind: 'resource', id: spot?.id ?? '' }, [])).rejects.toThrow(NotFound)
    await expect(world.read(world.city, (ctx) => readUnforeseen(ctx, world.missionId, world.eventId))).rejects.toThrow(Forbidden)
  })

  test('an absence is of one: a person, a thing or a spot of the event, once a slot', async () => {
    const [spot] = await world.read(world.lead, (ctx) => listSpots(ctx.tx, world.eventId))
    const add =
      (columns: string, ...values: readonly string[]) =>
      async () => {
        try {
          await world.read(world.lead, (ctx) =>
            sql`insert into meetings.absence (mission_id, event_id, slot_id ${sql.raw(columns)}) values (${sql.join([world.missionId, world.eventId, slots[11], ...values])})`.execute(
              ctx.tx,
            ),
          )
          return null
        } catch (error) {
          return violatedConstraint(error)
        }
      }
    expect(await add('')()).toBe('somebody_or_something_is_away')
    expect(await add(', spot_id, resource_id', spot?.id ?? '', spot?.id ?? '')()).toBe('somebody_or_something_is_away')
    expect(await add(', spot_id', crypto.randomUUID())()).toBe('a_spot_is_away')
    valueOf(await absent({ kind: 'spot', id: spot?.id ?? '' }, [slots[11] ?? '']))
    expect(await add(', spot_id', spot?.id ?? '')()).toBe('away_once_per_slot')
  })
})
