import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody, World } from '#tests/world.ts'
import type { GuestId } from './domain/precedence.ts'
import type { SeatingId, SeatingTableId } from './domain/seating.ts'
import {
  describeSeating,
  keepApart,
  layTable,
  openSeating,
  proposePlan,
  readSeating,
  removeTable,
  seatGuest,
} from './usecases/arrange-seating.ts'
import { openReception } from './reception.fixture.ts'
import { listGuest, removeGuest } from './usecases/list-guests.ts'

let world: World
let lead: Somebody
let port: Somebody
let stranger: Somebody
let missionId: string
let seatingId: SeatingId
let tableId: SeatingTableId
const guests: GuestId[] = []
const names = ['Maire', 'Turin', 'Adjointe', 'Consul'] as const
beforeAll(async () => {
  ;({ world, lead, port, stranger, missionId } = await openReception(inject('templateUrl')))
  const ranks = ['mayor', 'foreign_mayor', 'deputy_mayor', 'consul_general']
  for (const [index, name] of names.entries()) {
    const draft = {
      side: index % 2 === 0 ? 'host' : 'visitor',
      name,
      title: '',
      rankCode: ranks[index] ?? '',
      sinceOn: null,
      invites: index === 0,
      interpretsFor: null,
      equivalenceId: null,
    } as const
    guests.push(valueOf(await world.as(lead, (ctx) => listGuest(ctx, missionId, draft))))
  }
  seatingId = valueOf(
    await world.as(lead, (ctx) => openSeating(ctx, missionId, { title: { fr: 'Déjeuner' }, heldOn: null, interpreters: 'behind' })),
  )
  tableId = valueOf(await world.as(lead, (ctx) => layTable(ctx, missionId, seatingId, aTable('Honneur', true))))
})
afterAll(() => world.close())

const aTable = (name: string, isHead = false) => ({ name, shape: 'round', seatCount: 4, isHead }) as const
const plan = async (who: Somebody) => world.read(who, (ctx) => readSeating(ctx, missionId, seatingId))
const around = async () => {
  const read = await plan(lead)
  return Array.from({ length: 4 }, (_, index) => {
    const seat = read?.seats.find(({ tableId: at, place }) => at === tableId && place === index + 1)
    return read?.guests.find(({ id }) => id === seat?.guestId)?.name ?? '-'
  })
}
const seen = async (place: number) =>
  (await plan(lead))?.seats.find((each) => each.tableId === tableId && each.place === place)?.guestId ?? null
const seat = async (guest: number, place: number | null, who = lead) => {
  const to = place === null ? null : { tableId, place, seenId: await seen(place) }
  return world.as(who, (ctx) => seatGuest(ctx, missionId, seatingId, { guestId: guests[guest] ?? '', to }))
}
const propose = (who: Somebody, isAfresh = true) => world.as(who, (ctx) => proposePlan(ctx, missionId, seatingId, isAfresh))

describe('a plan', () => {
  test('is proposed by the order of precedence, twice the same', async () => {
    expect(await propose(lead)).toEqual({ ok: true, value: 4 })
    expect(await around()).toEqual(['Maire', 'Consul', 'Adjointe', 'Turin'])
    valueOf(await propose(lead))
    expect(await around()).toEqual(['Maire', 'Consul', 'Adjointe', 'Turin'])
  })

  test('is moved by hand: two swap, one leaves, and a new proposal leaves who was placed', async () => {
    valueOf(await propose(lead))
    valueOf(await seat(1, 2))
    expect(await around()).toEqual(['Maire', 'Turin', 'Adjointe', 'Consul'])

    valueOf(await seat(2, null))
    expect(await around()).toEqual(['Maire', 'Turin', '-', 'Consul'])
    valueOf(await propose(lead, false))
    expect(await around()).toEqual(['Maire', 'Turin', 'Adjointe', 'Consul'])
    expect((await plan(lead))?.seats.filter(({ byHand }) => byHand).map(({ guestId }) => guestId)).toEqual([guests[1]])
  })

  test('holds, whoever moves at once', async () => {
    valueOf(await propose(lead))

    await Promise.all([seat(0, 2), seat(1, 1), seat(2, 4), seat(3, 3)])

    const seats = (await plan(lead))?.seats ?? []
    expect(new Set(seats.map(({ guestId }) => guestId))).toHaveProperty('size', 4)
    expect(new Set(seats.map(({ place }) => place))).toHaveProperty('size', 4)
  })

  test('changes seats with nobody one did not see there: of two tabs, the second looks again', async () => {
    valueOf(await propose(lead))
    const before = await seen(4)
    valueOf(await seat(0, 4))

    const late = await world.as(lead, (ctx) =>
      seatGuest(ctx, missionId, seatingId, { guestId: guests[2] ?? '', to: { tableId, place: 4, seenId: before } }),
    )

    expect(late).toEqual({ ok: false, problem: { code: 'seat_changed' } })
    expect(await seen(4)).toBe(guests[0])
  })

  test('of two who correct the meal, the second compares first', async () => {
    const described = (version: number, fr: string) =>
      world.as(lead, (ctx) => describeSeating(ctx, missionId, seatingId, version, { title: { fr }, heldOn: null, interpreters: 'behind' }))
    const { version } = (await plan(lead))?.seating ?? { version: 0 }
    valueOf(await described(version, 'Dîner'))

    const late = await described(version, 'Goûter')

    expect(late).toMatchObject({ ok: false, problem: { code: 'stale_seating', saved: { title: { fr: 'Dîner' } } } })
    valueOf(await described(version + 1, 'Goûter'))
    expect((await plan(lead))?.seating.title).toEqual({ fr: 'Goûter' })
  })

  test('is read by every partner, written by the organisers, and unknown to others', async () => {
    expect((await plan(port))?.seats).toHaveLength(4)
    expect(await plan(stranger)).toBeNull()
    await expect(propose(port)).rejects.toThrow(Forbidden)
    await expect(seat(0, 1, port)).rejects.toThrow(Forbidden)
    await expect(propose(stranger)).rejects.toThrow(NotFound)
    expect(await world.stoppedBy(port, sql`insert into visits.seating (mission_id, title) values (${missionId}, '{"fr": "Dîner"}')`)).toBe(
      '42501',
    )
    await world.read(port, async (ctx) =>
      expect((await sql`update visits.seat set by_hand = true where seating_id = ${seatingId} returning id`.execute(ctx.tx)).rows).toEqual(
        [],
      ),
    )
  })

  test.each([
    ['guest_unknown', () => world.as(lead, (ctx) => seatGuest(ctx, missionId, seatingId, { guestId: crypto.randomUUID(), to: null }))],
    ['place_unknown', () => seat(0, 5)],
    ['a_name_is_of_one_table', () => world.as(lead, (ctx) => layTable(ctx, missionId, seatingId, aTable('Honneur')))],
    ['one_head_table', () => world.as(lead, (ctx) => layTable(ctx, missionId, seatingId, aTable('Autre', true)))],
    [
      'a_long_table_has_two_even_sides',
      () => world.as(lead, (ctx) => layTable(ctx, missionId, seatingId, { ...aTable('Longue'), shape: 'long', seatCount: 5 })),
    ],
    [
      'apart_from_oneself',
      () => world.as(lead, (ctx) => keepApart(ctx, missionId, { guestId: guests[0] ?? '', otherId: guests[0] ?? '', extent: 'table' })),
    ],
  ])('%s', async (code, run) => {
    expect(await run()).toMatchObject({ ok: false, problem: { code } })
  })
})

describe('the database', () => {
  const insert = (guest: number, place: number, count = 4) => sql`
    insert into visits.seat (seating_id, mission_id, table_id, seat_count, place, guest_id)
      values (${seatingId}, ${missionId}, ${tableId}, ${count}, ${place}, ${guests[guest] ?? null})`
  const clear = () => sql`delete from visits.seat where seating_id = ${seatingId}`

  test('gives one person one seat, and one seat one person, whatever the application checks', async () => {
    expect(await world.stoppedBy(lead, clear(), insert(0, 1), insert(0, 2))).toBe('one_person_one_seat')
    expect(await world.stoppedBy(lead, clear(), insert(0, 1), insert(1, 1))).toBe('one_seat_one_person')
  })

  test('lets nobody sit beyond the places of a table, nor at a table of more places than it has', async () => {
    expect(await world.stoppedBy(lead, clear(), insert(0, 5))).toBe('a_seat_is_at_its_table')
    expect(await world.stoppedBy(lead, clear(), insert(0, 5, 40))).toBe('a_seat_is_of_one_table')
  })

  test('seats guests of the same mission alone', async () => {
    const stray = sql`insert into visits.seat (seating_id, mission_id, table_id, seat_count, place, guest_id)
      values (${seatingId}, ${missionId}, ${tableId}, 4, 1, ${crypto.randomUUID()})`
    expect(await world.stoppedBy(lead, clear(), stray)).toBe('a_listed_guest_sits')
  })
})

test('who is kept apart is read by the organisation that says so, and not by the other organiser of the same table', async () => {
  const apart = { guestId: guests[1] ?? '', otherId: guests[0] ?? '', extent: 'neighbours' } as const
  valueOf(await world.as(port, (ctx) => keepApart(ctx, missionId, apart)))

  expect((await plan(port))?.apart).toMatchObject([{ extent: 'neighbours' }])
  expect((await plan(lead))?.apart).toEqual([])
  expect(await world.as(port, (ctx) => keepApart(ctx, missionId, apart))).toMatchObject({
    ok: false,
    problem: { code: 'a_pair_is_kept_apart_once' },
  })
  const journal = await world.read(
    lead,
    async (ctx) => (await sql`select entity from app.journal where entity = 'visits.kept_apart'`.execute(ctx.tx)).rows,
  )
  expect(journal).toEqual([])
})

test('an interpreter is listed for somebody of the list who is none, and stays listed when they leave', async () => {
  const draft = { side: 'visitor', name: 'Ilaria', title: '', rankCode: 'staff', sinceOn: null, invites: false } as const
  const list = (facts: object) =>
    world.as(lead, (ctx) => listGuest(ctx, missionId, { ...draft, interpretsFor: null, equivalenceId: null, ...facts }))
  const principal = valueOf(await list({ name: 'Livia' }))
  const interpreter = valueOf(await list({ interpretsFor: principal }))

  expect(await list({ name: 'Autre', interpretsFor: interpreter })).toMatchObject({ ok: false, problem: { code: 'interpreted_unknown' } })
  expect(await list({ name: 'Autre', interpretsFor: crypto.randomUUID() })).toMatchObject({
    ok: false,
    problem: { code: 'interpreted_unknown' },
  })
  valueOf(await world.as(lead, (ctx) => removeGuest(ctx, missionId, principal)))
  expect((await plan(lead))?.guests.find(({ id }) => id === interpreter)).toMatchObject({ interpretsFor: null })
})

test('a table that is removed stands its guests up, and a guest removed leaves their seat', async () => {
  const other = valueOf(await world.as(lead, (ctx) => layTable(ctx, missionId, seatingId, aTable('Autre'))))
  valueOf(
    await world.as(lead, (ctx) =>
      seatGuest(ctx, missionId, seatingId, { guestId: guests[0] ?? '', to: { tableId: other, place: 1, seenId: null } }),
    ),
  )
  valueOf(await world.as(lead, (ctx) => removeTable(ctx, missionId, seatingId, other)))
  valueOf(await world.as(lead, (ctx) => removeGuest(ctx, missionId, guests[1] ?? '')))

  const seated = (await plan(lead))?.seats.map(({ guestId }) => guestId)
  expect(seated).not.toContain(guests[0])
  expect(seated).not.toContain(guests[1])
})
