import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { readTable } from '#platform/tabular/read-table.ts'
import type { Somebody } from '#tests/world.ts'
import { aDeparture } from './departure.fixture.ts'
import { listLodgings } from './sql/rooms.ts'
import { listSegments } from './sql/segments.ts'
import { writeDepartureList } from './usecases/write-lists.ts'
import { addLodging, addRooms, freeBed, placeInRoom, removeLodging } from './usecases/write-rooms.ts'
import { type SegmentWords, addBooking, addSegment, boardPassengers, changeSegment, removeSegment } from './usecases/write-segment.ts'

let world: Awaited<ReturnType<typeof aDeparture>>
beforeAll(async () => {
  world = await aDeparture(inject('templateUrl'))
})
afterAll(() => world.close())

const moment = (date: string, time: string, zone: string) => ({ date: asLocalDate(date), time: asLocalTime(time), zone: asTimeZone(zone) })
const aSegment = (change: Partial<SegmentWords> = {}): SegmentWords => ({
  mode: 'flight',
  carrier: 'Air Exemple',
  number: 'AX 12',
  fromPlace: 'Marseille',
  toPlace: 'Miami',
  departure: moment('2027-03-05', '10:00', 'Europe/Paris'),
  arrival: moment('2027-03-05', '14:00', 'America/New_York'),
  seats: null,
  note: '',
  isShared: false,
  bookingId: null,
  ...change,
})
const add = async (who: Somebody, change: Partial<SegmentWords> = {}) =>
  valueOf(await world.as(who, (ctx) => addSegment(ctx, world.missionId, aSegment(change))))
const board = (who: Somebody, segmentId: string, memberIds: readonly string[]) =>
  world.as(who, (ctx) => boardPassengers(ctx, world.missionId, segmentId, memberIds))
const segments = (who: Somebody) => world.read(who, (ctx) => listSegments(ctx.tx, world.missionId))
const run = (who: Somebody, statement: string) => world.read(who, (ctx) => sql.raw<Record<string, unknown>>(statement).execute(ctx.tx))

describe('journeys', () => {
  test('are private with their group and locator, which stay so when the journey is shared', async () => {
    const bookingId = valueOf(
      await world.as(world.lead, (ctx) => addBooking(ctx, world.missionId, { label: 'Groupe A', locator: 'SECRT9' })),
    )
    const shared = await add(world.lead, { bookingId, isShared: true, fromPlace: 'Partagé' })
    const own = await add(world.lead, { bookingId, departure: moment('2027-03-04', '10:00', 'Europe/Paris') })

    expect((await segments(world.lead)).map(({ id, booking }) => [id, booking?.locator])).toEqual([
      [own, 'SECRT9'],
      [shared, 'SECRT9'],
    ])
    expect((await segments(world.city)).map(({ id, booking }) => [id, booking])).toEqual([[shared, null]])
    expect(await segments(world.stranger)).toEqual([])
    expect((await run(world.city, `select from departure.booking`)).rows).toEqual([])
    expect((await run(world.city, `select from app.journal where payload::text like '%SECRT9%'`)).rows).toEqual([])
    valueOf(await world.as(world.lead, (ctx) => removeSegment(ctx, world.missionId, shared)))
    valueOf(await world.as(world.lead, (ctx) => removeSegment(ctx, world.missionId, own)))
  })

  test('a shared coach takes people of several partners, and not one more than its seats', async () => {
    const coach = await add(world.lead, { mode: 'coach', seats: 2, isShared: true })

    valueOf(await board(world.lead, coach, [world.ana]))
    valueOf(await board(world.city, coach, [world.cam]))
    expect(await board(world.lead, coach, [world.ana, world.bob])).toMatchObject({ problem: { code: 'no_more_passengers_than_seats' } })
    expect((await segments(world.lead))[0]?.memberIds.toSorted()).toEqual([world.ana, world.cam].toSorted())
    expect((await segments(world.city))[0]?.memberIds).toEqual([world.cam])
    expect(
      await world.as(world.lead, (ctx) =>
        changeSegment(ctx, world.missionId, coach, 1, aSegment({ mode: 'coach', seats: 1, isShared: true })),
      ),
    ).toMatchObject({
      problem: { code: 'no_more_passengers_than_seats' },
    })
    valueOf(await world.as(world.lead, (ctx) => changeSegment(ctx, world.missionId, coach, 1, aSegment({ mode: 'coach', seats: 2 }))))
    expect((await segments(world.lead))[0]?.memberIds).toEqual([world.ana])
    valueOf(await world.as(world.lead, (ctx) => removeSegment(ctx, world.missionId, coach)))
  })

  test('twenty who want the last seat at the same moment leave nobody standing', async () => {
    const minibus = await add(world.city, {
      mode: 'minibus',
      seats: 1,
      departure: moment('2027-03-08', '10:00', 'America/New_York'),
      arrival: moment('2027-03-08', '11:00', 'America/New_York'),
    })
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, index) => world.register(world.city, world.missionId, `Passager ${index}`)),
    )

    const outcomes = await Promise.all(
      people.map((member) =>
        world
          .read(world.city, (ctx) =>
            sql`insert into departure.passenger (mission_id, segment_id, member_id, departs_at, arrives_at)
              select mission_id, id, ${member}, departs_at, arrives_at from departure.segment where id = ${minibus}`.execute(ctx.tx),
          )
          .then(
            () => 'boarded',
            (error: { constraint?: string }) => error.constraint,
          ),
      ),
    )

    expect(outcomes.filter((outcome) => outcome === 'boarded')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'no_more_passengers_than_seats')).toHaveLength(19)
  })

  test('nobody is on two at once, nor after one of them moved', async () => {
    const flight = await add(world.lead)
    const train = await add(world.lead, {
      mode: 'train',
      departure: moment('2027-03-05', '12:00', 'Europe/Paris'),
      arrival: moment('2027-03-05', '15:00', 'Europe/Paris'),
    })
    valueOf(await board(world.lead, flight, [world.eve]))
    expect(await board(world.lead, train, [world.eve])).toMatchObject({ problem: { code: 'nobody_travels_twice_at_once' } })

    const moved = aSegment({
      mode: 'train',
      departure: moment('2027-03-04', '12:00', 'Europe/Paris'),
      arrival: moment('2027-03-04', '15:00', 'Europe/Paris'),
    })
    valueOf(await world.as(world.lead, (ctx) => changeSegment(ctx, world.missionId, train, 1, moved)))
    valueOf(await board(world.lead, train, [world.eve]))
    expect(
      await world.as(world.lead, (ctx) =>
        changeSegment(ctx, world.missionId, train, 2, {
          ...moved,
          departure: moment('2027-03-05', '12:00', 'Europe/Paris'),
          arrival: moment('2027-03-05', '15:00', 'Europe/Paris'),
        }),
      ),
    ).toMatchObject({
      problem: { code: 'nobody_travels_twice_at_once' },
    })
  })

  test('a stale edit is told what is saved; another’s journey is not one’s own to change', async () => {
    const id = await add(world.lead, {
      isShared: true,
      departure: moment('2027-03-01', '10:00', 'Europe/Paris'),
      arrival: moment('2027-03-01', '12:00', 'Europe/Paris'),
    })
    expect(await world.as(world.lead, (ctx) => changeSegment(ctx, world.missionId, id, 7, aSegment()))).toMatchObject({
      problem: { code: 'stale_edit', saved: { version: 1 } },
    })
    await expect(world.as(world.city, (ctx) => removeSegment(ctx, world.missionId, id))).rejects.toThrow(Forbidden)
    await expect(world.as(world.stranger, (ctx) => removeSegment(ctx, world.missionId, id))).rejects.toThrow(NotFound)
    await expect(add(world.reader)).rejects.toThrow(Forbidden)
    expect(await board(world.lead, id, [world.cam])).toEqual({ ok: false, problem: { code: 'passenger_unknown' } })
    expect((await run(world.city, `delete from departure.segment where id = '${id}'`)).numAffectedRows).toBe(0n)
  })

  test.each([
    ['an arrival before the departure', { arrival: moment('2027-03-05', '03:00', 'America/New_York') }, 'arrives_after_departure'],
    ['a group of nobody', { bookingId: '01900000-0000-7000-8000-000000000003' }, 'booking_unknown'],
  ])('%s is refused', async (_case, change, code) => {
    expect(await world.as(world.lead, (ctx) => addSegment(ctx, world.missionId, aSegment(change)))).toEqual({
      ok: false,
      problem: { code },
    })
  })
})

describe('rooms', () => {
  const nights = { arrivesOn: asLocalDate('2027-03-05'), leavesOn: asLocalDate('2027-03-09') }
  const place = (roomId: string, memberIds: readonly string[], dates = nights) =>
    world.as(world.lead, (ctx) => placeInRoom(ctx, world.missionId, { roomId, memberIds, ...dates }))
  const lodgings = (who: Somebody) => world.read(who, (ctx) => listLodgings(ctx.tx, world.missionId))
  let twin = ''
  let single = ''

  test('a lodging shares its name when asked to, and never who sleeps there', async () => {
    valueOf(
      await world.as(world.lead, (ctx) => addLodging(ctx, world.missionId, { name: 'Hôtel Secret', address: '1 rue A', isShared: false })),
    )
    valueOf(
      await world.as(world.lead, (ctx) => addLodging(ctx, world.missionId, { name: 'Hôtel Exemple', address: '2 rue B', isShared: true })),
    )
    const open = (await lodgings(world.lead)).find(({ isShared }) => isShared)
    valueOf(await world.as(world.lead, (ctx) => addRooms(ctx, world.missionId, open?.id ?? '', { labels: ['101', '102'], beds: 2 })))
    const rooms = (await lodgings(world.lead)).flatMap((lodging) => lodging.rooms)
    ;[twin, single] = [rooms[0]?.id ?? '', rooms[1]?.id ?? '']
    valueOf(await place(twin, [world.ana, world.bob]))

    expect((await lodgings(world.city)).map(({ name, rooms: seen }) => [name, seen])).toEqual([['Hôtel Exemple', []]])
    expect(await lodgings(world.stranger)).toEqual([])
    expect((await run(world.city, 'select from departure.stay')).rows).toEqual([])
    expect((await run(world.city, 'select from departure.room')).rows).toEqual([])
  })

  test.each([
    [
      'somebody in two rooms on one night',
      () => place(single, [world.ana], { arrivesOn: asLocalDate('2027-03-08'), leavesOn: asLocalDate('2027-03-10') }),
      'nobody_sleeps_in_two_rooms',
    ],
    ['more people than beds', () => place(twin, [world.eve]), 'no_more_people_than_beds'],
    ['no night at all', () => place(single, [world.eve], { arrivesOn: nights.leavesOn, leavesOn: nights.leavesOn }), 'a_stay_has_a_night'],
    ['people of another', () => place(single, [world.cam]), 'guest_unknown'],
  ])('%s is refused', async (_case, attempt, code) => {
    expect(await attempt()).toMatchObject({ ok: false, problem: { code } })
  })

  test('a bed is free again the morning somebody leaves, and once they are taken out', async () => {
    valueOf(await place(twin, [world.eve], { arrivesOn: nights.leavesOn, leavesOn: asLocalDate('2027-03-12') }))
    const stay = (await lodgings(world.lead))
      .flatMap(({ rooms }) => rooms.flatMap(({ stays }) => stays))
      .find(({ memberId }) => memberId === world.eve)
    valueOf(await world.as(world.lead, (ctx) => freeBed(ctx, world.missionId, stay?.id ?? '')))

    await expect(world.as(world.city, (ctx) => freeBed(ctx, world.missionId, stay?.id ?? ''))).rejects.toThrow(NotFound)
  })

  test('nobody removes the lodging of another', async () => {
    const [ours] = await lodgings(world.lead)

    await expect(world.as(world.city, (ctx) => removeLodging(ctx, world.missionId, ours?.id ?? ''))).rejects.toThrow(NotFound)
    await expect(world.as(world.city, (ctx) => addRooms(ctx, world.missionId, ours?.id ?? '', { labels: ['9'], beds: 1 }))).rejects.toThrow(
      NotFound,
    )
  })

  test('checks bypassed, the database refuses the same', async () => {
    const stay = (member: string, room: string) =>
      `insert into departure.stay (mission_id, member_id, room_id, arrives_on, leaves_on) values ('${world.missionId}', '${member}', '${room}', '2027-03-05', '2027-03-06')`
    await expect(run(world.lead, stay(world.ana, single))).rejects.toMatchObject({ constraint: 'nobody_sleeps_in_two_rooms' })
    await expect(run(world.lead, stay(world.eve, twin))).rejects.toMatchObject({ constraint: 'no_more_people_than_beds' })
    await expect(run(world.lead, stay(world.cam, single))).rejects.toMatchObject({ constraint: 'a_guest_is_of_who_sends_them' })
    await expect(run(world.city, stay(world.cam, single))).rejects.toMatchObject({ constraint: 'a_stay_in_a_room_of_ones_own' })
  })
})

describe('lists to hand over', () => {
  const write = async (who: Somebody, list: 'passagers' | 'chambres' | 'couverts' | 'consulat', country: string | null = null) => {
    const written = await world.read(who, (ctx) => writeDepartureList(ctx, world.missionId, list, { country }))
    return written && valueOf(await readTable(written.bytes))
  }

  test('hold one’s own people, with the locator for the agency', async () => {
    const cells = JSON.stringify(await write(world.lead, 'passagers'))

    expect(cells).toContain('Eve')
    expect(cells).not.toContain('Cam')
    expect(JSON.stringify(await write(world.lead, 'chambres'))).toContain('Bob')
    expect(JSON.stringify(await write(world.lead, 'couverts'))).not.toContain('Arnal')
  })

  test('the one for a consulate is of a country of the mission, and warns where no decision covers it', async () => {
    const written = await world.read(world.lead, (ctx) => writeDepartureList(ctx, world.missionId, 'consulat', { country: 'US' }))
    const list = valueOf(readTable(written?.bytes ?? new Uint8Array()))
    const notice = valueOf(readTable(written?.bytes ?? new Uint8Array(), { sheet: 'À lire avant l’envoi' }))

    expect(written?.name).toBe('consulat-us.xlsx')
    expect(list.headers).toEqual(['Nom', 'Prénom', 'Qualité', 'Organisation', 'Arrivée', 'Départ'])
    expect(JSON.stringify(list)).toContain('Ana')
    expect(JSON.stringify(notice)).toContain('ne couvre pas les administrations')
    expect(await write(world.lead, 'consulat', 'FR')).toBeNull()
    await expect(write(world.reader, 'consulat', 'US')).rejects.toThrow(Forbidden)
  })
})
