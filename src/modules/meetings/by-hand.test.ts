import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { anEventInMiami, everybodyWishes } from './meetings.fixture.ts'
import { boardStamp, listMeetings } from './sql/plans.ts'
import { listRepresentatives } from './sql/participants.ts'
import { listSlots, listSpots } from './sql/setup.ts'
import { placeByHand, previewPlace, takeOff } from './usecases/place-by-hand.ts'
import { lockMeeting } from './usecases/request-run.ts'
import { sayAway } from './usecases/write-participant.ts'

/** Two companies and two hosts who all wish for each other; nobody has been placed. */
let world: Awaited<ReturnType<typeof anEventInMiami>>
let slots: string[]
let tables: string[]
let ids: { A: string; B: string; X: string; Y: string }
beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'))
  const { lead, eventId, host } = world
  const [A, B] = [await world.bring(lead, 'A'), await world.bring(lead, 'B')]
  const [X, Y] = [await world.bring(lead, 'X', { circleId: host }), await world.bring(lead, 'Y', { circleId: host })]
  ids = { A, B, X, Y }
  await everybodyWishes(world, eventId, [A, B], [X, Y])
  slots = (await world.read(lead, (ctx) => listSlots(ctx.tx, eventId))).map(({ id }) => id)
  tables = (await world.read(lead, (ctx) => listSpots(ctx.tx, eventId))).map(({ id }) => id)
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.as(world.lead, async (ctx) => {
    await ctx.journal.event('meeting.taken_off')
    await sql`update meetings.meeting set is_locked = false where is_locked`.execute(ctx.tx)
    await sql`delete from meetings.meeting`.execute(ctx.tx)
    return { ok: true as const, value: null }
  })
})

type Name = keyof typeof ids
const pair = (one: Name, other: Name) => ({ one: ids[one], other: ids[other] })
const at = (slot: number, table = 0) => ({ slotId: slots[slot] ?? '', spotId: tables[table] ?? '' })
const place = (one: Name, other: Name, slot: number, table = 0, version: number | null = null, who = world.lead) =>
  world.as(who, (ctx) => placeByHand(ctx, world.missionId, world.eventId, pair(one, other), at(slot, table), version))
const preview = (one: Name, other: Name, slot: number, table = 0) =>
  world.read(world.lead, (ctx) => previewPlace(ctx, world.missionId, world.eventId, pair(one, other), at(slot, table)))
const board = () => world.read(world.lead, (ctx) => listMeetings(ctx.tx, world.eventId))
const personOf = async (name: Name) =>
  (await world.read(world.lead, (ctx) => listRepresentatives(ctx.tx, world.eventId, ids[name])))[0]?.id ?? ''

describe('placing by hand', () => {
  test('puts a wish that waits on the board, moves it under the same identity, and takes it off', async () => {
    const id = valueOf(await place('A', 'X', 0))
    expect(await board()).toMatchObject([
      { id, slotId: slots[0], spotId: tables[0], people: expect.arrayContaining([await personOf('A')]) },
    ])

    valueOf(await place('A', 'X', 2, 1, (await board())[0]?.version ?? 0))
    const [moved] = await board()
    expect(moved).toMatchObject({ id, slotId: slots[2], spotId: tables[1] })
    expect(moved?.people).toHaveLength(2)

    const off = () => world.as(world.lead, (ctx) => takeOff(ctx, world.missionId, world.eventId, pair('A', 'X'), moved?.version ?? 0))
    valueOf(await off())
    expect(await board()).toEqual([])
    expect(await off()).toMatchObject({ ok: false, problem: { code: 'stale_edit' } })
  })

  test('says who would wait and who would not, before anything is written', async () => {
    valueOf(await place('A', 'X', 0))
    valueOf(await place('A', 'Y', 1, 1))
    const stamp = await world.read(world.lead, (ctx) => boardStamp(ctx.tx, world.eventId))

    const { consequences, free, offBoard } = await preview('A', 'Y', 3, 1)

    expect(consequences).toMatchObject({ broken: [], settled: [], waits: [{ whoId: await personOf('A'), slots: 2, fromSlotId: slots[0] }] })
    expect(offBoard).toMatchObject({ broken: [], waits: [], freed: expect.arrayContaining([await personOf('Y')]) })
    expect(free.map(({ slotId }) => slotId)).not.toContain(slots[0])
    expect(free.at(0)?.waits).toBe(0)
    expect(await world.read(world.lead, (ctx) => boardStamp(ctx.tx, world.eventId))).toBe(stamp)
  })

  test('is refused with everybody and everything that stands in the way, by name', async () => {
    valueOf(await place('A', 'X', 0))
    const person = await personOf('B')
    valueOf(await world.as(world.lead, (ctx) => sayAway(ctx, world.missionId, world.eventId, ids.B, person, [slots[0] ?? ''])))

    const refusal = await place('B', 'X', 0)

    expect(refusal).toMatchObject({ ok: false, problem: { code: 'rules_broken' } })
    expect((await preview('B', 'X', 0)).consequences?.broken).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'away', whoId: person }),
        expect.objectContaining({ kind: 'twice_at_once', whoId: await personOf('X'), meeting: pair('A', 'X') }),
        expect.objectContaining({ kind: 'spot_taken', spotId: tables[0], meeting: pair('A', 'X') }),
      ]),
    )
    expect(await board()).toHaveLength(1)
    valueOf(await world.as(world.lead, (ctx) => sayAway(ctx, world.missionId, world.eventId, ids.B, person, [])))
  })

  test('leaves a locked meeting where it is', async () => {
    const id = valueOf(await place('A', 'X', 0))
    valueOf(await world.as(world.lead, (ctx) => lockMeeting(ctx, world.missionId, world.eventId, id, true)))
    const version = (await board())[0]?.version ?? 0

    expect(await place('A', 'X', 1, 0, version)).toMatchObject({ problem: { code: 'a_locked_meeting_does_not_move' } })
    const off = world.as(world.lead, (ctx) => takeOff(ctx, world.missionId, world.eventId, pair('A', 'X'), version))
    expect(await off).toMatchObject({ problem: { code: 'a_locked_meeting_does_not_move' } })
  })

  test('twice at once, from the same board, has one effect and says so to the other', async () => {
    const outcomes = await Promise.all([place('A', 'X', 0, 0), place('A', 'X', 3, 2)])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'stale_edit' } })

    const many = await Promise.all(Array.from({ length: 20 }, () => place('B', 'Y', 1, 1)))
    expect(many.filter(({ ok }) => ok)).toHaveLength(1)
    for (const outcome of many) if (!outcome.ok) expect(outcome.problem).toMatchObject({ code: 'stale_edit' })
    expect(await board()).toHaveLength(2)
  })

  test('on one table, fifty at once leave one meeting there, and the others hear what took it', async () => {
    const pairs = (['A', 'B'] as const).flatMap((one) => (['X', 'Y'] as const).map((other) => [one, other] as const))
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const [one, other] = pairs[index % pairs.length] ?? ['A', 'X']
        return place(one, other, 2, 2)
      }),
    )

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    for (const outcome of outcomes) if (!outcome.ok) expect(['stale_edit', 'rules_broken']).toContain(outcome.problem.code)
    expect(await board()).toHaveLength(1)
  })

  test('is for organisers, and for pairs that wish to meet', async () => {
    await expect(place('A', 'X', 0, 0, null, world.city)).rejects.toThrow(Forbidden)
    await expect(world.read(world.city, (ctx) => previewPlace(ctx, world.missionId, world.eventId, pair('A', 'X'), null))).rejects.toThrow(
      Forbidden,
    )
    await expect(place('X', 'A', 0)).rejects.toThrow(NotFound)
  })
})
