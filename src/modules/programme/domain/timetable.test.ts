import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { anItem, at } from './item.fixture.ts'
import type { Item } from './item.ts'
import { nowAndNext, timetableOf, weekOf, weeksOf } from './timetable.ts'

fc.configureGlobal({ seed: 2017, numRuns: 200 })

const base = anItem({})
const eight = at('2017-11-06', '08:00')
const anyItems = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 16 }), fc.constantFrom(null, 'one', 'two')), { maxLength: 15 })
  .map((facts) =>
    facts.map(([start, length, trackId], index): Item => {
      const startsAt = addMinutes(eight, start * 15)
      return { ...base, id: `i${index}` as Item['id'], trackId, startsAt, endsAt: addMinutes(startsAt, length * 15) }
    }),
  )

test('no two boxes of a day cover each other, and every item has its box', () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      const { days } = timetableOf(items, ['one', 'two'])
      const slots = days.flatMap((day) => day.slots.map((slot) => ({ ...slot, date: day.date })))

      expect(slots.map(({ item }) => item.id).toSorted()).toEqual(items.map(({ id }) => id).toSorted())
      for (const [index, one] of slots.entries()) {
        for (const other of slots.slice(index + 1)) {
          const sameDay = one.date === other.date
          const sameHour = one.fromMinute < other.toMinute && other.fromMinute < one.toMinute
          const sameLane = one.lane < other.lane + other.laneSpan && other.lane < one.lane + one.laneSpan
          expect(sameDay && sameHour && sameLane).toBe(false)
        }
      }
    }),
  )
})

test('items stand at the hour of their own clocks, and a day of transfer names both zones', () => {
  const tokyo = {
    ...anItem({ id: 'b' }),
    timeZone: asTimeZone('Asia/Tokyo'),
    startsAt: at('2017-11-05', '19:00'),
    endsAt: at('2017-11-05', '20:00'),
  }

  const { days } = timetableOf([anItem({}), tokyo], [])

  expect(days.map(({ date, zones, slots }) => [date, zones, slots.map(({ fromMinute }) => fromMinute)])).toEqual([
    ['2017-11-06', ['America/New_York', 'Asia/Tokyo'], [540, 540]],
  ])
})

test('an evening past midnight ends its column, and quiet days between two busy ones are shown', () => {
  const { days, toHour } = timetableOf([anItem({ from: '22:00', to: '01:00' }), anItem({ id: 'b', on: '2017-11-08' })], [])

  expect(days.map(({ date }) => date)).toEqual(['2017-11-06', '2017-11-07', '2017-11-08'])
  expect([days[0]?.slots[0]?.toMinute, toHour]).toEqual([1440, 24])
})

test('what is alone at its hour takes the whole width, what is not keeps to the lane of its track', () => {
  const alone = anItem({ id: 'alone', from: '14:00', to: '15:00', trackId: 'two' })
  const { days } = timetableOf([anItem({ id: 'a', trackId: 'two' }), anItem({ id: 'b', trackId: 'one' }), alone], ['one', 'two'])

  expect(days[0]?.slots.map(({ item, lane, laneSpan }) => [item.id, lane, laneSpan]).toSorted()).toEqual([
    ['a', 1, 1],
    ['alone', 0, 2],
    ['b', 0, 1],
  ])
})

test('now is what has started and not ended; next is all that starts first', () => {
  const items = [anItem({}), anItem({ id: 'b', from: '11:00', to: '12:00' }), anItem({ id: 'c', from: '11:00', to: '13:00' })]
  const said = (time: string) => {
    const { now, next } = nowAndNext(items, at('2017-11-06', time))
    return [now.map(({ id }) => id), next.map(({ id }) => id)]
  }

  expect([said('08:00'), said('09:00'), said('10:00'), said('12:30')]).toEqual([
    [[], ['a']],
    [['a'], ['b', 'c']],
    [[], ['b', 'c']],
    [['c'], []],
  ])
})

test('each item is in one week, on its own clocks, and a week has its seven days from Monday', () => {
  const sundayNight = { ...base, startsAt: at('2017-11-05', '23:30'), endsAt: at('2017-11-06', '01:00') }
  const inTokyo = { ...sundayNight, timeZone: asTimeZone('Asia/Tokyo') }
  const items = [sundayNight, inTokyo]

  expect(weeksOf(items)).toEqual(['2017-10-30', '2017-11-06'])
  for (const monday of weeksOf(items)) {
    const week = weekOf(items, monday)
    expect(week.items).toHaveLength(1)
    expect(timetableOf(week.items, [], week.dates).days.map(({ date }) => date)).toEqual(week.dates)
    expect([week.dates[0], week.dates.length]).toEqual([monday, 7])
  }
})
