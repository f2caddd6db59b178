import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byPreference, countByField, preferenceOf } from './preference.ts'

const fields = fc.uniqueArray(fc.record({ id: fc.uuid(), weight: fc.integer({ min: 1, max: 5 }) }), {
  selector: ({ id }) => id,
  maxLength: 6,
})
const someWorks = (ids: readonly string[]) =>
  fc.array(fc.record({ id: fc.uuid(), fieldIds: fc.subarray([...ids]), hasThemes: fc.constant(true) }), { maxLength: 12 })
const both = fields.chain((known) => fc.tuple(fc.constant(known), someWorks(known.map(({ id }) => id))))

test('a preference leaves nobody out: the same works, in another order', () => {
  fc.assert(
    fc.property(both, ([known, works]) => {
      const ordered = byPreference(works, known)
      expect(ordered.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(works.toSorted((a, b) => a.id.localeCompare(b.id)))
      const weights = ordered.map((work) => preferenceOf(work, known))
      expect(weights).toEqual(weights.toSorted((one, other) => other - one))
    }),
  )
})

test('naming one more preferred sector never weighs less, and weight never falls below nothing', () => {
  fc.assert(
    fc.property(both, ([known, works]) => {
      for (const work of works) {
        for (const { id } of known) {
          const more = { ...work, fieldIds: [...new Set([...work.fieldIds, id])] }
          expect(preferenceOf(more, known)).toBeGreaterThanOrEqual(preferenceOf(work, known))
        }
        expect(preferenceOf(work, known)).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test('what names no preferred sector is counted among the others', () => {
  const known = [{ id: 'design', weight: 3 }]
  const works = [
    { fieldIds: ['design'], hasThemes: true },
    { fieldIds: [], hasThemes: true },
    { fieldIds: [], hasThemes: false },
  ]
  const { counts, others } = countByField(works, known)
  expect([counts.get('design'), others]).toEqual([1, 1])
})
