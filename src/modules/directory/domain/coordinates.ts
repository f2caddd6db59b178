import type { Locale } from '#platform/pure/locale.ts'
import { NO_BREAK_SPACE } from '#platform/pure/spaces.ts'

export type Directions = { readonly north: string; readonly south: string; readonly east: string; readonly west: string }

/** « 44,4048° N, 8,9444° E »: four decimals, some ten metres. Longitude and latitude in degrees, east and north positive. */
export function formatCoordinates(
  place: { readonly longitude: number; readonly latitude: number },
  locale: Locale,
  directions: Directions,
): string {
  const degrees = (value: number) =>
    Math.abs(value)
      .toFixed(4)
      .replace('.', locale === 'fr' ? ',' : '.')
  const latitude = `${degrees(place.latitude)}°${NO_BREAK_SPACE}${place.latitude < 0 ? directions.south : directions.north}`
  const longitude = `${degrees(place.longitude)}°${NO_BREAK_SPACE}${place.longitude < 0 ? directions.west : directions.east}`
  return `${latitude}, ${longitude}`
}
