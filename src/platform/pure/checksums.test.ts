import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { digitSum, passesLuhn, remainderBy97 } from './checksums.ts'

fc.configureGlobal({ seed: 2017, numRuns: 500 })

const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 20 }).map((figures) => figures.join(''))

test('exactly one last digit passes Luhn, so that any single wrong digit is seen', () => {
  fc.assert(
    fc.property(digits, (start) => {
      const passing = Array.from({ length: 10 }, (_, digit) => start + digit).filter(passesLuhn)

      expect(passing).toHaveLength(1)
    }),
  )
})

test('the remainder by 97 is that of the whole number', () => {
  fc.assert(
    fc.property(digits, (text) => {
      expect(remainderBy97(text)).toBe(Number(BigInt(text) % 97n))
    }),
  )
  expect(remainderBy97('Z9A')).toBe(35_910 % 97)
})

test('digits are summed', () => {
  expect(digitSum('35600000049837')).toBe(45)
})
