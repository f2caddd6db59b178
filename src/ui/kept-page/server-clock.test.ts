import { expect, test } from 'vitest'
import { measuredAfter } from './server-clock.ts'

const [second, hour] = [1000, 3_600_000]

test('a page that opens from what was kept hours ago goes by the clock that was measured then', () => {
  const measured = measuredAfter(null, 0, 5 * second)
  expect(measured).toEqual({ told: 0, ahead: 5 * second })
  expect(measuredAfter(measured, 2 * second, 3 * hour)).toEqual(measured)
  expect(measuredAfter(measured, -hour, 3 * hour)).toEqual(measured)
})

test('what the server tells later measures anew: a clock that was wrong and is right again is right', () => {
  const wrong = measuredAfter(null, 0, -hour)
  expect(measuredAfter(wrong, 2 * hour, 2 * hour)).toEqual({ told: 2 * hour, ahead: 0 })
})
