import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Instant, addMinutes } from '#platform/pure/instant.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { anItem, aroundMiami, at } from './item.fixture.ts'
import { peopleOf } from './audience.ts'
import type { Item } from './item.ts'
import { decideTimes, overlap } from './schedule.ts'
import { bindsPeople, isBlocking, warningsOf } from './warnings.ts'

fc.configureGlobal({ seed: 2017, numRuns: 300 })

const codesOf = (items: readonly Item[], around = aroundMiami) => warningsOf(items, around).map(({ code }) => code)

describe('what goes wrong', () => {
  test('nothing, when one thing follows another', () => {
    expect(codesOf([anItem({}), anItem({ id: 'b', from: '11:00', to: '12:00' })])).toEqual([])
  })

  test('a person expected in two places at once, named, and it blocks', () => {
    const [warning] = warningsOf(
      [anItem({}), anItem({ id: 'b', from: '09:30', to: '10:30', audience: 'members', memberIds: ['ana'] })],
      aroundMiami,
    )

    expect(warning).toEqual({ code: 'person_in_two_places', itemIds: ['a', 'b'], memberIds: ['ana'] })
    expect(warning && isBlocking(warning)).toBe(true)
  })

  test('nobody is in two places for what is optional, cancelled or free', () => {
    for (const other of [{ attendance: 'optional' }, { state: 'cancelled' }, { type: 'free' }] as const) {
      expect(codesOf([anItem({}), anItem({ id: 'b', ...other })])).toEqual([])
    }
  })

  test('a venue taken twice, even by different people', () => {
    const ours = { audience: 'members', memberIds: ['ana'], venueId: 'hall' } as const
    const theirs = { id: 'b', audience: 'members', memberIds: ['bob'], venueId: 'hall' } as const

    expect(codesOf([anItem(ours), anItem(theirs)])).toEqual(['venue_taken_twice'])
  })

  test('more people expected than the item or its venue holds', () => {
    expect(warningsOf([anItem({ capacity: 2 })], aroundMiami)).toEqual([
      { code: 'over_capacity', itemIds: ['a'], expected: 3, capacity: 2 },
    ])
    expect(codesOf([anItem({ venueId: 'closet' })])).toEqual(['over_capacity'])
    expect(codesOf([anItem({ capacity: 2, attendance: 'optional' })])).toEqual([])
  })

  test('a journey longer than the time there is', () => {
    const items = [anItem({ venueId: 'hall' }), anItem({ id: 'b', from: '10:20', to: '11:00', venueId: 'port' })]

    expect(warningsOf(items, aroundMiami)).toMatchObject([{ code: 'travel_too_short', neededMinutes: 30, freeMinutes: 20 }])
    expect(codesOf([items[0] as Item, anItem({ id: 'b', from: '10:30', to: '11:00', venueId: 'port' })])).toEqual([])
  })

  test('a journey nobody has timed, when there is little time for it', () => {
    const hall = anItem({ venueId: 'hall', audience: 'members', memberIds: ['ana'] })

    expect(
      codesOf([hall, anItem({ id: 'b', from: '11:00', to: '11:30', venueId: 'closet', audience: 'members', memberIds: ['ana'] })]),
    ).toEqual(['travel_unknown'])
    expect(
      codesOf([hall, anItem({ id: 'b', from: '13:00', to: '14:00', venueId: 'closet', audience: 'members', memberIds: ['ana'] })]),
    ).toEqual([])
  })

  test('somebody who is away or aboard, unless they may skip it or travel together; a venue that is closed', () => {
    const period = { startsAt: at('2017-11-06', '09:30'), endsAt: at('2017-11-06', '14:00') }
    const around = {
      ...aroundMiami,
      unavailable: [
        { memberId: 'ana', venueId: null, ...period },
        { memberId: null, venueId: 'port', ...period },
      ],
      aboard: [
        { memberId: 'ana', ...period },
        { memberId: 'bob', ...period },
      ],
    }

    expect(warningsOf([anItem({ venueId: 'port' })], around)).toEqual([
      { code: 'person_away', itemIds: ['a'], memberIds: ['ana'] },
      { code: 'person_aboard', itemIds: ['a'], memberIds: ['bob'] },
      { code: 'venue_closed', itemIds: ['a'], venueId: 'port' },
    ])
    expect(codesOf([anItem({ type: 'travel' })], around)).toEqual(['person_away'])
    expect(codesOf([anItem({ attendance: 'optional' })], around)).toEqual([])
    expect(codesOf([anItem({ from: '14:00', to: '15:00', venueId: 'port' })], around)).toEqual([])
  })

  test('somebody who is in a one-to-one meeting, unless the programme keeps that hour for them', () => {
    const meeting = [
      { memberId: 'ana', startsAt: at('2017-11-06', '09:40'), endsAt: at('2017-11-06', '10:00') },
      { memberId: 'bob', startsAt: at('2017-11-06', '10:00'), endsAt: at('2017-11-06', '10:20') },
    ]
    const around = { ...aroundMiami, meeting }

    expect(warningsOf([anItem({})], around)).toEqual([{ code: 'person_meets', itemIds: ['a'], memberIds: ['ana'] }])
    expect(codesOf([anItem({ type: 'travel' })], around)).toEqual(['person_meets'])
    expect(codesOf([anItem({ type: 'b2b_meeting' })], around)).toEqual([])
    expect(codesOf([anItem({ attendance: 'optional' })], around)).toEqual([])
    const away = [{ memberId: 'ana', venueId: null, startsAt: at('2017-11-06', '08:00'), endsAt: at('2017-11-06', '11:00') }]
    expect(codesOf([anItem({})], { ...around, unavailable: away })).toEqual(['person_away'])
  })

  test('a day that is not of the leg blocks, an evening that ends after its last midnight does not', () => {
    const [outside] = warningsOf([anItem({ on: '2017-11-11' })], aroundMiami)

    expect(outside).toEqual({ code: 'outside_the_leg', itemIds: ['a'] })
    expect(outside && isBlocking(outside)).toBe(true)
    expect(codesOf([anItem({ on: '2017-11-09', from: '22:00', to: '01:00' })])).toEqual([])
  })

  test('an interpreter missing, unless one travels with them', () => {
    expect(codesOf([anItem({ interpretersNeeded: 2, interpreters: ['Camille Arnoux'] })])).toEqual([])
    expect(codesOf([anItem({ interpretersNeeded: 3, interpreters: ['Camille Arnoux'] })])).toEqual(['interpreter_missing'])
  })

  test('a holiday of the country, but not for a journey', () => {
    expect(codesOf([anItem({ on: '2017-11-10' })])).toEqual(['holiday'])
    expect(codesOf([anItem({ on: '2017-11-10', type: 'travel' })])).toEqual([])
  })

  test('a start that clocks skip or show twice', () => {
    const repeated = anItem({ on: '2017-11-05', from: '01:30', to: '03:00' })
    const zone = asTimeZone('Europe/Paris')
    const skipped = valueOf(
      decideTimes({ date: asLocalDate('2017-03-26'), start: asLocalTime('02:30'), end: asLocalTime('05:00'), endDate: null }, zone),
    )

    expect(warningsOf([repeated], aroundMiami)).toEqual([{ code: 'clock_repeated', itemIds: ['a'], shown: '01:30' }])
    expect(skipped).toMatchObject({ skippedStart: '02:30', startsAt: '2017-03-26T01:30:00.000Z' })
    expect(warningsOf([{ ...anItem({}), ...skipped, timeZone: zone }], { ...aroundMiami, legs: [] })).toEqual([
      { code: 'clock_skipped', itemIds: ['a'], typed: '02:30', shown: '03:30' },
    ])
  })
})

const eight = at('2017-11-06', '08:00')
const base = anItem({})
const anyItems = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 300 }),
      length: fc.integer({ min: 1, max: 200 }),
      memberIds: fc.uniqueArray(fc.constantFrom('ana', 'bob', 'cam')),
      attendance: fc.constantFrom('expected', 'optional'),
      state: fc.constantFrom('tentative', 'confirmed', 'cancelled'),
      type: fc.constantFrom('conference', 'free', 'travel'),
      venueId: fc.constantFrom(null, 'hall', 'port'),
    }),
    { maxLength: 12 },
  )
  .map((facts) =>
    facts.map(({ start, length, ...others }, index): Item => {
      const startsAt = addMinutes(eight, start)
      return {
        ...base,
        id: `i${String(index).padStart(2, '0')}` as Item['id'],
        ...others,
        audience: 'members',
        startsAt,
        endsAt: addMinutes(startsAt, length),
      }
    }),
  )

describe('whatever the programme', () => {
  test('two items are said to clash if and only if someone bound by both is in both at a common moment', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const said = new Set(
          warningsOf(items, aroundMiami).flatMap(({ code, itemIds }) =>
            code === 'person_in_two_places' ? [itemIds.toSorted().join()] : [],
          ),
        )
        const people = (item: Item) => peopleOf(item, aroundMiami.travellers, aroundMiami.sectors)
        const expected = new Set(
          items.flatMap((one, index) =>
            items
              .slice(index + 1)
              .filter(
                (other) =>
                  bindsPeople(one) && bindsPeople(other) && overlap(one, other) && people(one).some((id) => people(other).includes(id)),
              )
              .map((other) => [one.id, other.id].toSorted().join()),
          ),
        )

        expect(said).toEqual(expected)
      }),
    )
  })

  test('the order in which items were written changes nothing', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        expect(warningsOf(items.toReversed(), aroundMiami)).toEqual(warningsOf(items, aroundMiami))
      }),
    )
  })

  test('the gravest come first', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const blocking = warningsOf(items, aroundMiami).map(isBlocking)

        expect(blocking).toEqual(blocking.toSorted((one, other) => Number(other) - Number(one)))
      }),
    )
  })
})

const zones = ['Europe/Paris', 'America/Toronto', 'America/New_York', 'Asia/Tokyo', 'Asia/Kolkata', 'Pacific/Noumea'].map(asTimeZone)
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => asLocalTime(`${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`))

test('an item placed on any clock, of any zone and on any night, ends after it starts and lasts two days at most', () => {
  const days = ['2017-03-12', '2017-03-26', '2017-10-29', '2017-11-05', '2017-07-14'].map(asLocalDate)
  fc.assert(
    fc.property(fc.constantFrom(...days), anyTime, anyTime, fc.constantFrom(...zones), (date, start, end, zone) => {
      const placed = decideTimes({ date, start, end, endDate: null }, zone)

      if (placed.ok) {
        const minutes = (Date.parse(placed.value.endsAt) - Date.parse(placed.value.startsAt)) / 60_000
        expect(minutes).toBeGreaterThan(0)
        expect(minutes).toBeLessThanOrEqual(25 * 60)
      } else expect(placed.problem.code).toBe('an_item_ends_after_it_starts')
    }),
  )
})

test('an instant is one moment: noon in Tokyo and in Miami are not', () => {
  const noon = (zone: string): Instant =>
    valueOf(
      decideTimes(
        { date: asLocalDate('2017-11-06'), start: asLocalTime('12:00'), end: asLocalTime('13:00'), endDate: null },
        asTimeZone(zone),
      ),
    ).startsAt

  expect([noon('Asia/Tokyo'), noon('America/New_York'), noon('Asia/Kolkata')]).toEqual([
    '2017-11-06T03:00:00.000Z',
    '2017-11-06T17:00:00.000Z',
    '2017-11-06T06:30:00.000Z',
  ])
})
