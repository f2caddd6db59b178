import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, splitEvenly } from './allocation.ts'
import { ok, valueOf } from './outcome.ts'

fc.configureGlobal({ seed: 2017, numRuns: 500 })

const anyCents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
const anyWeights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 6n }), { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 0n))
const sum = (parts: readonly bigint[]) => parts.reduce((total, part) => total + part, 0n)
const magnitude = (value: bigint) => (value < 0n ? -value : value)

describe('sharing an amount', () => {
  test.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [13_355_852n, [6n, 7n, 7n], [4_006_756n, 4_674_548n, 4_674_548n]],
    [10n, [335n, 335n, 330n], [4n, 3n, 3n]],
    [1n, [0n, 1n, 0n], [0n, 1n, 0n]],
    [0n, [3n, 5n], [0n, 0n]],
  ])('%d cents by the weights %s', (cents, weights, parts) => {
    expect(allocate(cents, weights)).toEqual(ok(parts))
  })

  test('weights that are all zero, or absent, share nothing', () => {
    expect(allocate(100n, [0n, 0n])).toEqual({ ok: false, problem: { code: 'weights_all_zero' } })
    expect(allocate(100n, [])).toEqual({ ok: false, problem: { code: 'weights_all_zero' } })
  })

  test('the parts add up to the amount, and each is within a cent of its quota', () => {
    fc.assert(
      fc.property(anyCents, anyWeights, (cents, weights) => {
        const parts = valueOf(allocate(cents, weights))
        const total = sum(weights)

        expect(sum(parts)).toBe(cents)
        parts.forEach((part, index) => expect(magnitude(part * total - cents * (weights[index] ?? 0n))).toBeLessThan(total))
      }),
    )
  })

  test('a larger weight never gets a smaller part, and no weight gets nothing', () => {
    fc.assert(
      fc.property(anyCents, anyWeights, (cents, weights) => {
        const parts = valueOf(allocate(cents, weights)).map(magnitude)
        const ordered = weights.map((weight, index) => ({ weight, part: parts[index] ?? 0n }))

        for (const a of ordered) for (const b of ordered) if (a.weight > b.weight) expect(a.part).toBeGreaterThanOrEqual(b.part)
        expect(ordered.filter(({ weight, part }) => weight === 0n && part !== 0n)).toEqual([])
      }),
    )
  })

  test('a reversal cancels every part', () => {
    fc.assert(
      fc.property(anyCents, anyWeights, (cents, weights) => {
        const opposite = valueOf(allocate(-cents, weights)).map((part) => -part)

        expect(opposite).toEqual(valueOf(allocate(cents, weights)))
      }),
    )
  })

  test('equal parts differ by one cent at most', () => {
    fc.assert(
      fc.property(anyCents, fc.integer({ min: 1, max: 50 }), (cents, partCount) => {
        const parts = splitEvenly(cents, partCount)

        expect(sum(parts)).toBe(cents)
        expect(magnitude((parts[0] ?? 0n) - (parts.at(-1) ?? 0n))).toBeLessThanOrEqual(1n)
      }),
    )
  })

  test('a negative weight and zero parts are bugs', () => {
    expect(() => allocate(1n, [-1n, 2n])).toThrow('not negative')
    expect(() => splitEvenly(1n, 0)).toThrow('at least one part')
  })
})
