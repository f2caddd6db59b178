import type { Venue } from './place.ts'

/** A venue that has its position. */
export type Located = Pick<Venue, 'id'> & { readonly latitude: number; readonly longitude: number }

/** Where a venue stands on the drawing, in its units; its disc may stand a little aside, so that none hides another. */
export type Marker = { readonly id: string; readonly x: number; readonly y: number; readonly discX: number; readonly discY: number }

export type CityMap = {
  readonly markers: readonly Marker[]
  /** Of the drawing: as high as the places need, within the sheet. */
  readonly height: number
  /** A round number of kilometres, and how long they are on the drawing. */
  readonly scale: { readonly kilometres: number; readonly length: number }
}

export const mapSize = { width: 760, height: 440, leastHeight: 220, margin: 34, radius: 13 } as const

const KILOMETRES_A_DEGREE = 111.32
/** A map of one place, or of one street, shows half a kilometre around. */
const SMALLEST_SPAN = 0.5
const ROUND_KILOMETRES = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500] as const
const LONGEST_BAR = 170

/**
 * A plan of a few places of one city: equirectangular around their middle, which at this scale is as good as any projection. Deterministic: the same
 * places in the same order give the same drawing.
 */
export function drawMap(places: readonly Located[]): CityMap {
  const { width, height: sheet, leastHeight, margin } = mapSize
  const latitudes = places.map(({ latitude }) => latitude)
  const middle = (Math.max(...latitudes) + Math.min(...latitudes)) / 2
  const east = unwrapped(places.map(({ longitude }) => longitude))
  // Kilometres east and north of the first place.
  const points = places.map(({ id, latitude }, index) => ({
    id,
    x: ((east[index] ?? 0) - (east[0] ?? 0)) * KILOMETRES_A_DEGREE * Math.cos((middle * Math.PI) / 180),
    y: (latitude - (latitudes[0] ?? 0)) * KILOMETRES_A_DEGREE,
  }))
  const [left, right] = bounds(points.map(({ x }) => x))
  const [low, high] = bounds(points.map(({ y }) => y))
  const unit = Math.min((width - 2 * margin) / (right - left), (sheet - 2 * margin) / (high - low))
  const height = Math.min(sheet, Math.max(leastHeight, (high - low) * unit + 2 * margin))
  const drawn = points.map(({ id, x, y }) => ({
    id,
    x: width / 2 + (x - (left + right) / 2) * unit,
    y: height / 2 - (y - (low + high) / 2) * unit,
  }))
  const kilometres = ROUND_KILOMETRES.findLast((length) => length * unit <= LONGEST_BAR) ?? ROUND_KILOMETRES[0]
  return { markers: setApart(drawn, height), height, scale: { kilometres, length: kilometres * unit } }
}

/** Longitudes on one side: 179° and −179° are two degrees apart. */
function unwrapped(longitudes: readonly number[]): number[] {
  const [first = 0] = longitudes
  return longitudes.map((longitude) => longitude - 360 * Math.round((longitude - first) / 360))
}

function bounds(values: readonly number[]): readonly [number, number] {
  const least = Math.min(...values)
  const most = Math.max(...values)
  const lacking = Math.max(0, SMALLEST_SPAN - (most - least)) / 2
  return [least - lacking, most + lacking]
}

type Point = { readonly id: string; readonly x: number; readonly y: number }

/** Pushes discs that overlap away from each other, a little at a time, and keeps them on the sheet. */
function setApart(points: readonly Point[], height: number): Marker[] {
  const { width, radius } = mapSize
  const discs = points.map(({ x, y }) => ({ x, y }))
  const apart = 2 * radius + 2
  for (let round = 0; round < 200; round += 1) {
    let moved = false
    for (const [index, one] of discs.entries()) {
      for (const other of discs.slice(index + 1)) {
        // Two at the very same spot part along a direction of their own.
        const dx = other.x - one.x || Math.cos(index + 1) * 0.01
        const dy = other.y - one.y || Math.sin(index + 1) * 0.01
        const distance = Math.hypot(dx, dy)
        if (distance >= apart) continue
        const push = (apart - distance) / 2 / distance
        one.x -= dx * push
        one.y -= dy * push
        other.x += dx * push
        other.y += dy * push
        moved = true
      }
    }
    for (const disc of discs) {
      disc.x = Math.min(width - radius, Math.max(radius, disc.x))
      disc.y = Math.min(height - radius, Math.max(radius, disc.y))
    }
    if (!moved) break
  }
  return points.map(({ id, x, y }, index) => ({ id, x, y, discX: discs[index]?.x ?? x, discY: discs[index]?.y ?? y }))
}
