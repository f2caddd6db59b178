import { expect, test } from 'vitest'
import { createPace } from './race-pace.ts'

/** A clock that goes a tenth of a second at each round. */
function paceOf(terms: Parameters<typeof createPace>[0]) {
  let ms = 0
  const pace = createPace(terms, () => ms)
  return Array.from({ length: 60 }, (_, finished) => {
    ms = 100 * finished
    return pace(finished)
  })
}

test('where rounds decide they are counted, and no clock is asked', () => {
  const clock = () => {
    throw new Error('asked')
  }
  const pace = createPace({ rounds: 50, deadlineMs: 1_000 }, clock)

  expect([pace(0), pace(49)]).toEqual([50, 1])
})

test('where time decides, the rounds left are told once their pace is known', () => {
  const left = paceOf({ rounds: Infinity, deadlineMs: 5_000 })

  expect(left.slice(0, 28)).toEqual(Array(28).fill(Infinity))
  expect(left.slice(28, 51).map(Math.round)).toEqual(Array.from({ length: 23 }, (_, i) => 22 - i))
  expect(left[55]).toBe(0)
})

test('without a limit there is no end', () => {
  expect(paceOf({ rounds: Infinity, deadlineMs: Infinity })[40]).toBe(Infinity)
})
