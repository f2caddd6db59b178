import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fittedSize, isPhotoOfReceipt, longestSide } from './photo.ts'

const size = fc.record({ width: fc.integer({ min: 1, max: 12_000 }), height: fc.integer({ min: 1, max: 12_000 }) })

describe('a photograph of a receipt', () => {
  test('is drawn no larger than the longest side, nor than it is, in its own proportions', () => {
    fc.assert(
      fc.property(size, (picture) => {
        const fitted = fittedSize(picture)
        expect(Math.max(fitted.width, fitted.height)).toBeLessThanOrEqual(longestSide)
        expect(fitted.width).toBeLessThanOrEqual(picture.width)
        expect(Math.abs(fitted.width * picture.height - fitted.height * picture.width)).toBeLessThanOrEqual(
          Math.max(picture.width, picture.height),
        )
      }),
    )
  })

  test('is known by what it is', () => {
    expect(['image/heic', 'application/pdf', 'image/svg+xml', 'text/html'].map(isPhotoOfReceipt)).toEqual([true, true, false, false])
  })
})
