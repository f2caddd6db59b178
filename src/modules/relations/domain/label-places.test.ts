import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxOf, overlap, placeLabels } from './label-places.ts'
import { frame, project } from './projection.ts'

const desk = { fontSize: 11, dotRadius: 4 }
const phone = { fontSize: 28, dotRadius: 9 }

const cities = fc
  .array(
    fc.record({
      name: fc.string({ minLength: 1, maxLength: 30 }),
      // Close together on purpose: Europe, where most cities are.
      at: fc
        .record({ longitude: fc.double({ min: -20, max: 40, noNaN: true }), latitude: fc.double({ min: 30, max: 65, noNaN: true }) })
        .map(project),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.map((city, index) => ({ ...city, id: String(index) })))

test('no name covers another, nor any dot, nor leaves the drawing', () => {
  fc.assert(
    fc.property(cities, fc.constantFrom(desk, phone), (all, scale) => {
      const boxes = placeLabels(all, scale).map((label) => boxOf(label, scale))
      for (const [index, box] of boxes.entries()) {
        expect(boxes.slice(index + 1).some((other) => overlap(box, other))).toBe(false)
        expect(all.some(({ at }) => at.x > box.left && at.x < box.right && at.y > box.top && at.y < box.bottom)).toBe(false)
        expect(box.left >= 0 && box.right <= frame.width && box.top >= 0 && box.bottom <= frame.height).toBe(true)
      }
    }),
  )
})

const genoa = { id: 'genoa', name: 'Gênes', at: project({ longitude: 8.93, latitude: 44.41 }) }
const milan = { id: 'milan', name: 'Milan', at: project({ longitude: 9.19, latitude: 45.46 }) }

test('a city alone is named, to its right, and at the eastern edge to its left', () => {
  const auckland = { id: 'auckland', name: 'Auckland', at: project({ longitude: 174.76, latitude: -36.85 }) }

  expect(placeLabels([genoa], desk)).toMatchObject([{ id: 'genoa', anchor: 'start' }])
  expect(placeLabels([auckland], desk)).toMatchObject([{ id: 'auckland', anchor: 'end' }])
})

test('of neighbours whose names find no room, the first keeps its own', () => {
  const crowd = Array.from({ length: 12 }, (_none, index) => ({ ...milan, id: `milan-${index}` }))

  const named = placeLabels([genoa, ...crowd], phone)

  expect(named[0]?.id).toBe('genoa')
  expect(named.length).toBeLessThan(8)
})
