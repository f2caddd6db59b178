/** A place on the globe, in degrees. */
export type Place = { readonly longitude: number; readonly latitude: number }
export type Point = { readonly x: number; readonly y: number }

/** The drawing: degrees on a plain grid, from 60° south to 75° north, where cities are. */
export const frame = { width: 960, height: 360, south: -60, north: 75 } as const

/** Equirectangular (plate carrée): a degree is as long everywhere, so that the grid can be read. */
export function project({ longitude, latitude }: Place): Point {
  const { width, height, south, north } = frame
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    x: round(((longitude + 180) / 360) * width),
    y: round(((north - Math.min(north, Math.max(south, latitude))) / (north - south)) * height),
  }
}

/** The way from one place to another: bent upwards, the more the farther, within the drawing. */
export function arcBetween(from: Place, to: Place): string {
  const [a, b] = [project(from), project(to)]
  const bend = Math.hypot(b.x - a.x, b.y - a.y) * 0.22
  const top = Math.max(4, Math.min(a.y, b.y, (a.y + b.y) / 2 - bend))
  return `M${a.x} ${a.y} Q${Math.round((a.x + b.x) / 2)} ${Math.round(top)} ${b.x} ${b.y}`
}

/** Lines of the grid, each thirty degrees, with what they say: 0°, 30° E. */
export const meridians = [-150, -120, -90, -60, -30, 0, 30, 60, 90, 120, 150] as const
export const parallels = [-30, 0, 30, 60] as const
