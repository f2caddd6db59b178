import { expect, test } from 'vitest'
import { contentOf } from './content.ts'
import { changesOf, deltaBetween } from './delta.ts'
import { detailsOf } from './details.ts'
import { anItem, aroundMiami } from './item.fixture.ts'
import { isBlocking, warningsOf } from './warnings.ts'

const car = { type: 'travel', vehicleId: 'car', audience: 'members', venueId: 'hall' } as const
const one = anItem({ ...car, memberIds: ['ana'] })
const draftOf = (...items: (typeof one)[]) => ({ ...aroundMiami, items, venues: [], tracks: [], legs: [] })

test('a vehicle carries as many as it has seats: one more, of any item of the same run, and the release stops', () => {
  const same = anItem({ ...car, id: 'b', memberIds: ['ana', 'bob'] })
  const more = anItem({ ...car, id: 'b', memberIds: ['bob', 'cam'] })

  expect(warningsOf([anItem({ type: 'travel', vehicleId: 'car' })], aroundMiami)).toEqual([
    { code: 'vehicle_overfull', itemIds: ['a'], vehicle: 'Berline', expected: 3, seats: 2 },
  ])
  expect(warningsOf([one, anItem({ ...car, id: 'b', memberIds: ['bob'] })], aroundMiami)).toEqual([])
  expect(warningsOf([one, same], aroundMiami).map(({ code }) => code)).toEqual(['person_in_two_places'])
  const [overfull] = warningsOf([one, more], aroundMiami)
  expect(overfull).toEqual({ code: 'vehicle_overfull', itemIds: ['a', 'b'], vehicle: 'Berline', expected: 3, seats: 2 })
  expect(overfull && isBlocking(overfull)).toBe(true)
})

test('nobody is counted aboard who may skip it, nor in what is cancelled', () => {
  for (const other of [{ attendance: 'optional' }, { state: 'cancelled' }] as const) {
    expect(warningsOf([anItem({ type: 'travel', vehicleId: 'car', ...other })], aroundMiami)).toEqual([])
  }
})

test('one vehicle is at one place at once: another start or other hours are another run, and the release stops', () => {
  const later = anItem({ ...car, id: 'b', memberIds: ['bob'], from: '09:59', to: '10:30' })
  const elsewhere = anItem({ ...car, id: 'b', memberIds: ['bob'], venueId: 'port' })
  const torn = { code: 'vehicle_in_two_places', itemIds: ['a', 'b'], vehicle: 'Berline' } as const

  expect(warningsOf([later, one], aroundMiami)).toEqual([torn])
  expect(warningsOf([one, elsewhere], aroundMiami)).toEqual([torn])
  expect(isBlocking(torn)).toBe(true)
  expect(warningsOf([one, anItem({ ...car, id: 'b', memberIds: ['bob'], from: '10:00', to: '10:30' })], aroundMiami)).toEqual([])
  expect(warningsOf([one, { ...elsewhere, vehicleId: 'other' }], aroundMiami)).toEqual([])
})

test('a release says in what one travels, and that it is another since', () => {
  const [before, after] = [contentOf(draftOf({ ...one, vehicleId: null })), contentOf(draftOf(one))]

  expect(before.items[0]).not.toHaveProperty('vehicle')
  expect(after.items[0]).not.toHaveProperty('vehicleId')
  expect(after.items.flatMap((item) => detailsOf(item, 'fr'))).toContainEqual({ field: 'vehicle', words: 'Berline' })
  expect(changesOf(deltaBetween(before, after)).map(({ kind }) => kind)).toEqual(['changed'])
})
