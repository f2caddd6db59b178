import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keptByThemselves, keptUnasked } from './document.ts'

const sizes = fc.array(fc.record({ sizeBytes: fc.integer({ min: 1, max: 4 * 1024 * 1024 }) }), { maxLength: 30 })

describe('what a phone keeps without being asked', () => {
  test('is never heavier than what is said to the user, one by one and together', () => {
    fc.assert(
      fc.property(sizes, (documents) => {
        const kept = keptByThemselves(documents)
        expect(kept.every(({ sizeBytes }) => sizeBytes <= keptUnasked.each)).toBe(true)
        expect(kept.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)).toBeLessThanOrEqual(keptUnasked.together)
      }),
    )
  })

  test('leaves out only what is too large, or would be too much', () => {
    fc.assert(
      fc.property(sizes, (documents) => {
        const kept = keptByThemselves(documents)
        const together = kept.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
        const left = documents.filter((document) => !kept.includes(document))
        expect(left.every(({ sizeBytes }) => sizeBytes > keptUnasked.each || together + sizeBytes > keptUnasked.together)).toBe(true)
      }),
    )
  })
})
