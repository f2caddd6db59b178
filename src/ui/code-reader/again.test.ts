import { expect, test } from 'vitest'
import { type LastRead, isNewReading, sameCodeMilliseconds } from './again.ts'

test('a code that stays before the camera is read once, another at once, and the same again when it comes back', () => {
  const seen: ReadonlyArray<readonly [string, number]> = [
    ['A', 0],
    ['A', 200],
    ['A', sameCodeMilliseconds],
    ['B', sameCodeMilliseconds + 200],
    ['A', sameCodeMilliseconds + 400],
    ['A', 2 * sameCodeMilliseconds + 401],
  ]
  let last: LastRead | null = null
  const read = seen.map(([code, seenAt]) => {
    const isNew = isNewReading(last, code, seenAt)
    last = { code, seenAt }
    return isNew
  })

  expect(read).toEqual([true, false, false, true, true, true])
})
