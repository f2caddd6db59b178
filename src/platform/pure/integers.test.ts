import { expect, test } from 'vitest'
import { formatInteger } from './integers.ts'

test.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [1000, '1\u202F000', '1,000'],
  [139_108, '139\u202F108', '139,108'],
  [-1_234_567, '−1\u202F234\u202F567', '−1,234,567'],
  [9_007_199_254_740_993_000n, '9\u202F007\u202F199\u202F254\u202F740\u202F993\u202F000', '9,007,199,254,740,993,000'],
])('%d is written %s and %s', (value, french, english) => {
  expect(formatInteger(value, 'fr')).toBe(french)
  expect(formatInteger(value, 'en')).toBe(english)
})

test('a fraction is no whole number', () => {
  expect(() => formatInteger(1.5, 'fr')).toThrow(RangeError)
})
