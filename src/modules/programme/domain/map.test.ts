import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Located, drawMap, mapSize } from './map.ts'

const place = (id: string, latitude: number, longitude: number): Located => ({ id, latitude, longitude })
const miami = [place('airport', 25.7959, -80.287), place('hotel', 25.7781, -80.1879), place('school', 25.9116, -80.1401)]

describe('the plan of a city', () => {
  test('has north up and east on the right', () => {
    const [airport, hotel, school] = drawMap(miami).markers

    expect(airport?.x).toBeLessThan(hotel?.x ?? 0)
    expect(school?.y).toBeLessThan(hotel?.y ?? 0)
  })

  test('keeps distances: its bar measures them', () => {
    const { markers, scale } = drawMap(miami)
    const [airport, hotel] = markers
    const drawn = Math.hypot((hotel?.x ?? 0) - (airport?.x ?? 0), (hotel?.y ?? 0) - (airport?.y ?? 0))

    // Ten kilometres and a tenth from the airport to the hotel, on the great circle.
    expect((drawn / scale.length) * scale.kilometres).toBeCloseTo(10.12, 1)
  })

  test('of one place stands in the middle', () => {
    const { markers, height } = drawMap([place('hotel', 25.7781, -80.1879)])

    expect(markers).toMatchObject([{ x: mapSize.width / 2, y: height / 2 }])
  })

  test('crosses the date line without going round the world', () => {
    const { scale } = drawMap([place('one', -16.5, 179.98), place('two', -16.5, -179.98)])

    expect(scale.kilometres).toBeLessThanOrEqual(2)
  })

  test('never leaves the sheet, and no disc hides another', () => {
    const near = fc.record({
      latitude: fc.double({ min: 45.4, max: 45.6, noNaN: true }),
      longitude: fc.double({ min: -73.7, max: -73.5, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(near, { minLength: 1, maxLength: 14 }), (spots) => {
        const { markers, scale, height } = drawMap(spots.map((spot, index) => ({ id: `${index}`, ...spot })))
        const { width, radius } = mapSize
        expect(height).toBeLessThanOrEqual(mapSize.height)
        expect(scale.length).toBeLessThanOrEqual(170)
        for (const [index, { x, y, discX, discY }] of markers.entries()) {
          expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true)
          expect(discX >= radius && discX <= width - radius && discY >= radius && discY <= height - radius).toBe(true)
          for (const other of markers.slice(index + 1))
            expect(Math.hypot(other.discX - discX, other.discY - discY)).toBeGreaterThan(2 * radius - 1)
        }
      }),
    )
  })
})
