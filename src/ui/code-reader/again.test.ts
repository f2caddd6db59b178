import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Sight, afterLook, looksUntilGone, nothingInSight } from './again.ts'

const away = (looks: number): string[][] => Array.from({ length: looks }, () => [])

function readIn(looks: readonly (readonly string[])[]): string[] {
  let sight: Sight = nothingInSight
  return looks.flatMap((codes) => {
    const after = afterLook(sight, codes)
    sight = after.sight
    return after.read
  })
}

test('a code that stays before the camera is read once, another at once, and the same again when it comes back', () => {
  expect(readIn([['A'], ['A'], ...away(3), ['A'], ['B'], ['A']])).toEqual(['A', 'B', 'A'])
  expect(readIn([['A'], ...away(looksUntilGone - 1), ['A']])).toEqual(['A'])
  expect(readIn([['A'], ...away(looksUntilGone), ['A']])).toEqual(['A', 'A'])
})

test('two codes side by side are read once each, however long they stay and whichever is missed for a moment', () => {
  expect(readIn([['A', 'B'], ['B', 'A'], ['A'], ['B'], ['A', 'B']])).toEqual(['A', 'B'])
})

test('a code alone before the camera is one reading, whatever the looks that miss it between two that see it', () => {
  const gaps = fc.array(fc.nat({ max: looksUntilGone - 1 }), { maxLength: 30 })
  fc.assert(
    fc.property(gaps, (missed) => {
      expect(readIn([['A'], ...missed.flatMap((looks) => [...away(looks), ['A']])])).toEqual(['A'])
    }),
  )
})

test('a look says when all it sees was read already', () => {
  const { sight } = afterLook(nothingInSight, ['A'])
  expect(afterLook(sight, ['A']).isSame).toBe(true)
  expect(afterLook(sight, ['A', 'B']).isSame).toBe(false)
  expect(afterLook(sight, []).isSame).toBe(false)
})
