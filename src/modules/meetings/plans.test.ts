import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { Forbidden } from '#platform/actor.ts'
import { violatedConstraint } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Snapshot } from './domain/snapshot.ts'
import { aPerson, aProfile, anEventInMiami, everybodyWishes } from './meetings.fixture.ts'
import { listRuns, loadRun, listMeetings } from './sql/plans.ts'
import { createEvent, layOutDays, addSpots } from './usecases/set-up-event.ts'
import { listCircles, listSlots } from './sql/setup.ts'
import { applyRun, rollBack } from './usecases/apply-run.ts'
import { performRun } from './usecases/perform-run.ts'
import { levelsSoFar } from './usecases/read-progress.ts'
import { cancelRun, lockMeeting, requestRun } from './usecases/request-run.ts'
import { addParticipant, sayAway } from './usecases/write-participant.ts'
import { listRepresentatives } from './sql/participants.ts'
import type { Instant } from '#platform/pure/instant.ts'

let world: Awaited<ReturnType<typeof anEventInMiami>>
let owner: pg.Client
let eventId: string
let homes: string[]
let hosts: string[]

beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'))
  owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

/** Six companies, three hosts, everybody wishes for everybody: eighteen pairs, two tables, six slots. Hosts may have six meetings each. */
beforeEach(async () => {
  const { lead, missionId, legId } = world
  eventId = valueOf(
    await world.as(lead, (ctx) =>
      createEvent(ctx, missionId, {
        title: { fr: 'Essai' },
        legId,
        preset: 'tables',
        opensAt: '2017-10-01T04:00:00.000Z' as Instant,
        closesAt: '2017-11-03T03:59:00.000Z' as Instant,
      }),
    ),
  )
  await world.as(lead, async (ctx) => {
    valueOf(await layOutDays(ctx, missionId, eventId, '2017-11-06 9h-11h25'))
    const table = (name: string) => ({ name, district: '', address: '', participantId: null })
    return addSpots(ctx, missionId, eventId, [table('1'), table('2')])
  })
  const circles = await world.read(lead, (ctx) => listCircles(ctx.tx, eventId))
  const bring = async (kind: 'home' | 'host', name: string) =>
    valueOf(
      await world.as(lead, (ctx) =>
        addParticipant(
          ctx,
          missionId,
          eventId,
          { ...aProfile(circles.find((circle) => circle.kind === kind)?.id ?? ''), name, target: 1 },
          [aPerson(name)],
        ),
      ),
    )
  homes = []
  hosts = []
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) homes.push(await bring('home', name))
  for (const name of ['X', 'Y', 'Z']) hosts.push(await bring('host', name))
  await everybodyWishes(world, eventId, homes, hosts)
})

const ask = (movesAllowed: number | null = null, seed = 1) =>
  world.as(world.lead, (ctx) => requestRun(ctx, world.missionId, eventId, { seed, rounds: 6, movesAllowed }))
const runOf = async (number: number) => {
  const run = await world.read(world.lead, (ctx) => loadRun(ctx.tx, eventId, number))
  if (!run) throw new Error('no such run')
  return run
}
const perform = async (number: number, signal = new AbortController().signal) =>
  performRun(world.services, owner, (await runOf(number)).id, signal)
const planned = async (movesAllowed: number | null = null, seed = 1) => {
  const number = valueOf(await ask(movesAllowed, seed))
  await perform(number)
  return number
}
const apply = (number: number) => world.as(world.lead, (ctx) => applyRun(ctx, world.missionId, eventId, number))
const inForce = () => world.read(world.lead, (ctx) => listMeetings(ctx.tx, eventId))
const lock = (id: string, isLocked = true) => world.as(world.lead, (ctx) => lockMeeting(ctx, world.missionId, eventId, id, isLocked))
const away = async (participantId: string, slots: readonly number[]) => {
  const [person] = await world.read(world.lead, (ctx) => listRepresentatives(ctx.tx, eventId, participantId))
  const all = await world.read(world.lead, (ctx) => listSlots(ctx.tx, eventId))
  const slotIds = slots.map((index) => all[index]?.id ?? '')
  return valueOf(await world.as(world.lead, (ctx) => sayAway(ctx, world.missionId, eventId, participantId, person?.id ?? '', slotIds)))
}

describe('a run', () => {
  test('fills the tables, and says of every wish it leaves out why and what would place it', async () => {
    const { result, state, held } = await runOf(await planned())

    expect({ state, held }).toEqual({ state: 'done', held: 12 })
    expect(result?.meetings).toHaveLength(12)
    expect(result?.unheld).toHaveLength(6)
    for (const { cause, change } of result?.unheld ?? []) {
      expect(['spots_full', 'full', 'displaced', 'costs_more']).toContain(cause)
      expect(change?.lift.length).toBeGreaterThan(0)
    }
    for (const { best, bound } of result?.levels ?? []) expect(bound).toBeLessThanOrEqual(best)
  })

  test('says while it runs what its best plan is worth so far and what is proven, as it says in the end', async () => {
    const { snapshot, result, ...run } = await runOf(await planned())

    expect(levelsSoFar(JSON.parse(snapshot) as Snapshot, { ...run, best: null })).toEqual([])
    expect(levelsSoFar(JSON.parse(snapshot) as Snapshot, run)).toEqual(result?.levels)
  })

  test('gives the same plan again from the same snapshot, seed and rounds', async () => {
    const [first, second] = [await planned(), await planned()]
    const [one, other] = [await runOf(first), await runOf(second)]

    expect(one.digest).toBe(other.digest)
    expect(one.result).toEqual(other.result)
  })

  test('works on an event one at a time, and stops when asked', async () => {
    const number = valueOf(await ask())
    expect(await ask()).toMatchObject({ ok: false, problem: { code: 'one_run_at_a_time' } })

    valueOf(await world.as(world.lead, (ctx) => cancelRun(ctx, world.missionId, eventId, number)))
    await perform(number)

    expect(await runOf(number)).toMatchObject({ state: 'cancelled', result: null })
    expect(await apply(number)).toMatchObject({ ok: false, problem: { code: 'run_not_done' } })
    expect(await ask()).toMatchObject({ ok: true })
  })

  test('whose worker was ended is taken up again, and ends with the plan it would have ended with', async () => {
    const number = valueOf(await ask())
    const ended = new AbortController()
    ended.abort()
    await expect(perform(number, ended.signal)).rejects.toThrow('stopped before the plan was made')
    expect((await runOf(number)).state).toBe('running')

    await perform(number)

    const again = await planned()
    expect((await runOf(number)).result).toEqual((await runOf(again)).result)
  })

  test('is asked for by organisers alone, and read by nobody else', async () => {
    await planned()
    const asked = world.as(world.city, (ctx) => requestRun(ctx, world.missionId, eventId, { seed: 1, rounds: 1, movesAllowed: null }))

    await expect(asked).rejects.toThrow(Forbidden)
    expect(await world.read(world.city, (ctx) => listRuns(ctx.tx, eventId))).toEqual([])
  })
})

describe('a plan', () => {
  test('is applied whole, and going back leaves what was before', async () => {
    const first = await planned(null, 1)
    valueOf(await apply(first))
    const before = await inForce()
    const second = await planned(null, 7)
    valueOf(await apply(second))

    valueOf(await world.as(world.lead, (ctx) => rollBack(ctx, world.missionId, eventId)))
    const plain = (meetings: typeof before) =>
      meetings.map(({ oneId, otherId, slotId, spotId }) => `${oneId} ${otherId} ${slotId} ${spotId}`).sort()
    expect(plain(await inForce())).toEqual(plain(before))
    valueOf(await world.as(world.lead, (ctx) => rollBack(ctx, world.missionId, eventId)))
    expect(await inForce()).toEqual([])
    expect(await world.as(world.lead, (ctx) => rollBack(ctx, world.missionId, eventId))).toMatchObject({
      problem: { code: 'nothing_applied' },
    })
  })

  test('is not applied over what somebody changed since it was made', async () => {
    const number = await planned()
    await away(homes[0] ?? '', [0])

    expect(await apply(number)).toMatchObject({ ok: false, problem: { code: 'event_changed_since' } })
    expect(await inForce()).toEqual([])
  })

  test('leaves locked meetings where they are, whatever is planned', async () => {
    valueOf(await apply(await planned(null, 1)))
    const [kept] = await inForce()
    valueOf(await lock(kept?.id ?? ''))

    for (const seed of [2, 3, 4]) {
      valueOf(await apply(await planned(null, seed)))
      expect((await inForce()).find(({ id }) => id === kept?.id)).toMatchObject({
        slotId: kept?.slotId,
        spotId: kept?.spotId,
        isLocked: true,
      })
    }
  })

  test('made again with at most two moves moves at most two', async () => {
    valueOf(await apply(await planned()))
    const before = new Map((await inForce()).map((meeting) => [meeting.id, meeting]))
    const [someone] = [...before.values()]
    const all = await world.read(world.lead, (ctx) => listSlots(ctx.tx, eventId))
    await away(someone?.oneId ?? '', [all.findIndex(({ id }) => id === someone?.slotId)])

    const number = await planned(2)
    valueOf(await apply(number))

    const after = new Map((await inForce()).map((meeting) => [meeting.id, meeting]))
    const moved = [...before.values()].filter(({ id, slotId, people }) => {
      const now = after.get(id)
      return !now || now.slotId !== slotId || now.people.toSorted().join() !== people.toSorted().join()
    })
    expect(moved.length).toBeGreaterThan(0)
    expect(moved.length).toBeLessThanOrEqual(2)
  })
})

describe('when nothing but the database stands in the way', () => {
  const stoppedBy = async (statement: RawBuilder<unknown>) => {
    try {
      await world.read(world.lead, (ctx) => statement.execute(ctx.tx))
      return null
    } catch (error) {
      return violatedConstraint(error) ?? (error as { code?: string }).code ?? null
    }
  }

  test('no spot holds two meetings at once, and nobody and nothing is at two', async () => {
    valueOf(await apply(await planned()))
    const meetings = await inForce()
    const [one] = meetings
    const other = meetings.find(({ slotId, id }) => slotId === one?.slotId && id !== one?.id)
    const somebody = sql`(select representative_id from meetings.attendance where meeting_id = ${one?.id} limit 1)`
    await owner.query(`insert into meetings.resource (mission_id, event_id, kind, name) values ($1, $2, 'vehicle', 'Navette')`, [
      world.missionId,
      eventId,
    ])
    const vehicle = sql`(select id from meetings.resource where event_id = ${eventId} limit 1)`
    const at = (meeting: typeof one, who: RawBuilder<unknown>, column: string) => sql`
      insert into meetings.attendance (mission_id, event_id, meeting_id, starts_at, ends_at, ${sql.raw(column)})
        values (${world.missionId}, ${eventId}, ${meeting?.id}, ${meeting?.startsAt}, ${meeting?.endsAt}, ${who})`

    expect(await stoppedBy(sql`update meetings.meeting set spot_id = ${one?.spotId} where id = ${other?.id}`)).toBe(
      'no_spot_holds_two_meetings_at_once',
    )
    expect(await stoppedBy(at(other, somebody, 'representative_id'))).toBe('nobody_meets_twice_at_once')
    expect(await stoppedBy(at(one, vehicle, 'resource_id'))).toBeNull()
    expect(await stoppedBy(at(other, vehicle, 'resource_id'))).toBe('nothing_serves_two_meetings_at_once')
  })

  test('whoever attends is there from the beginning to the end of the meeting', async () => {
    valueOf(await apply(await planned()))
    const [one] = await inForce()

    expect(await stoppedBy(sql`update meetings.meeting set ends_at = ends_at + interval '1 minute' where id = ${one?.id}`)).toBe(
      'attends_a_meeting_from_end_to_end',
    )
    expect(await stoppedBy(sql`delete from meetings.slot where id = ${one?.slotId}`)).toBe('a_slot_with_meetings_stays')
  })

  test('a locked meeting neither moves nor goes, and a snapshot is never changed', async () => {
    const number = await planned()
    valueOf(await apply(number))
    const [one] = await inForce()
    valueOf(await lock(one?.id ?? ''))

    expect(await stoppedBy(sql`delete from meetings.meeting where id = ${one?.id}`)).toBe('a_locked_meeting_does_not_move')
    await expect(
      owner.query(`update meetings.run_content set snapshot = '{}' where run_id = $1`, [(await runOf(number)).id]),
    ).rejects.toThrow('a snapshot is never changed')
  })

  test('two who apply two plans at once leave one of them whole', async () => {
    const [first, second] = [await planned(null, 1), await planned(null, 9)]

    const outcomes = await Promise.all([apply(first), apply(second)])
    const held = await inForce()

    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true])
    expect(held).toHaveLength(12)
    expect(new Set(held.map(({ slotId, spotId }) => `${slotId} ${spotId}`)).size).toBe(12)
  })
})
