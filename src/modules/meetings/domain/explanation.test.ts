import { expect, test } from 'vitest'
import { slotRanges } from './explanation.ts'

test('slots that follow each other are told as one range', () => {
  expect(slotRanges([5, 1, 2, 3])).toBe('1–3, 5')
  expect(slotRanges([7])).toBe('7')
  expect(slotRanges([])).toBe('')
})
