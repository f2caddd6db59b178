import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden } from '#platform/actor.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { isUpheld, judgeRun } from './domain/judge/verdict.ts'
import type { Snapshot } from './domain/snapshot.ts'
import { anEventInMiami } from './meetings.fixture.ts'
import { listMeetings, loadRun } from './sql/plans.ts'
import { listEvents } from './sql/setup.ts'
import { applyRun } from './usecases/apply-run.ts'
import { importInstance } from './usecases/import-instance.ts'
import { performRun } from './usecases/perform-run.ts'
import { requestRun } from './usecases/request-run.ts'

let world: Awaited<ReturnType<typeof anEventInMiami>>
let owner: pg.Client
beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'))
  owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

const published = (name: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../../engine/bench/instances/published/${name}.json`, import.meta.url)), 'utf8'))
const imported = (document: unknown, who = world.lead) =>
  world.as(who, (ctx) => importInstance(ctx, world.missionId, null, 'instance', document))

async function planned(eventId: string, rounds: number) {
  const { lead, missionId } = world
  const number = valueOf(await world.as(lead, (ctx) => requestRun(ctx, missionId, eventId, { seed: 1, rounds, movesAllowed: null })))
  const load = () => world.read(lead, (ctx) => loadRun(ctx.tx, eventId, number))
  await performRun(world.services, owner, (await load())?.id ?? '', new AbortController().signal)
  const run = await load()
  if (!run?.result) throw new Error('no plan was found')
  return { number, snapshot: JSON.parse(run.snapshot) as Snapshot, result: run.result }
}

describe('a published instance', () => {
  test('becomes an event that is planned, judged and applied here', async () => {
    const { eventId, ...counts } = valueOf(await imported(published('tic-12')))
    expect(counts).toEqual({ participants: 42, meetings: 125, slots: 8, tables: 21 })

    const { number, snapshot, result } = await planned(eventId, 4)
    const verdict = judgeRun(snapshot, result)
    expect(result.meetings).toHaveLength(125)
    expect(isUpheld(verdict)).toBe(true)

    valueOf(await world.as(world.lead, (ctx) => applyRun(ctx, world.missionId, eventId, number)))
    expect(await world.read(world.lead, (ctx) => listMeetings(ctx.tx, eventId))).toHaveLength(125)
  })

  test('with fixed slots holds those meetings locked, and a plan leaves them there', async () => {
    const { eventId } = valueOf(await imported(published('tic-12crafc.fixed020-Forb')))
    const locked = await world.read(world.lead, (ctx) => listMeetings(ctx.tx, eventId))
    expect(locked).toHaveLength(25)
    expect(locked.every(({ isLocked }) => isLocked)).toBe(true)

    const { snapshot, result } = await planned(eventId, 2)
    expect(judgeRun(snapshot, result).broken).toEqual([])
    for (const { oneId, otherId, slotId, spotId } of locked)
      expect(result.meetings).toContainEqual(expect.objectContaining({ one: oneId, other: otherId, slotId, spotId }))
  })

  test.each([
    ['forum-13', 'instance_has_sessions'],
    ['tic-12.prec25', 'instance_has_order'],
    ['ticf-13crafb', 'instance_has_sessions'],
  ])('%s asks for what an event does not know, and says so', async (name, code) => {
    expect(await imported(published(name))).toMatchObject({ ok: false, problem: { code } })
  })

  test('that says nothing is refused with the path of each fault, and leaves no event', async () => {
    const before = await world.read(world.lead, (ctx) => listEvents(ctx.tx, world.missionId))
    const document = { ...(published('tic-12') as object), tables: 'many', participants: [{ id: 'P1' }] }

    const refusal = await imported(document)

    expect(refusal).toMatchObject({ ok: false, problem: { code: 'instance_faulty' } })
    expect(JSON.stringify(refusal)).toContain('tables')
    expect(await world.read(world.lead, (ctx) => listEvents(ctx.tx, world.missionId))).toEqual(before)
  })

  test('is imported by organisers alone', async () => {
    await expect(imported(published('tic-12'), world.city)).rejects.toThrow(Forbidden)
  })
})
