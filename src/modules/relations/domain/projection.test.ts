import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arcBetween, frame, project } from './projection.ts'

test.each([
  ['Null Island', { longitude: 0, latitude: 0 }, { x: 480, y: 200 }],
  ['the north-west corner', { longitude: -180, latitude: 75 }, { x: 0, y: 0 }],
  ['the south-east corner', { longitude: 180, latitude: -60 }, { x: 960, y: 360 }],
])('%s stands where its coordinates put it', (_name, place, point) => {
  expect(project(place)).toEqual(point)
})

const place = fc.record({
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
})

test('every place of the globe, and every way between two, stays within the drawing', () => {
  fc.assert(
    fc.property(place, place, (from, to) => {
      const numbers = [...arcBetween(from, to).matchAll(/-?[\d.]+/g)].map(([text]) => Number(text))
      const [ax, ay, cx, cy, bx, by] = numbers as [number, number, number, number, number, number]
      for (const x of [ax, cx, bx]) expect(x >= 0 && x <= frame.width).toBe(true)
      for (const y of [ay, cy, by]) expect(y >= 0 && y <= frame.height).toBe(true)
      // Upwards, but for what lies along the upper edge: there a stroke would be cut.
      expect(cy).toBeLessThanOrEqual(Math.max(ay, by, 4) + 1)
    }),
  )
})

test('the land is drawn in the frame of the places', () => {
  const land = readFileSync(join(import.meta.dirname, '../ui/land-110m.svg'), 'utf8')

  expect(land).toContain(`viewBox="0 0 ${frame.width} ${frame.height}"`)
})

test('what is east of another place is drawn to its right, what is north above it', () => {
  fc.assert(
    fc.property(place, place, (a, b) => {
      expect(Math.sign(project(a).x - project(b).x) * Math.sign(a.longitude - b.longitude)).toBeGreaterThanOrEqual(0)
      expect(Math.sign(project(a).y - project(b).y) * Math.sign(b.latitude - a.latitude)).toBeGreaterThanOrEqual(0)
    }),
  )
})
