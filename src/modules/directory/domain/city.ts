import type { Id } from '#platform/pure/ids.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'

export type CityId = Id<'city'>

/** A city of the world, as GeoNames knows it. Reference data: only a migration changes it. */
export type City = {
  readonly id: CityId
  readonly geonamesId: number
  /** As its inhabitants write it, in Latin letters. */
  readonly name: string
  readonly names: Localized
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** Degrees, WGS 84; east and north are positive. */
  readonly longitude: number
  readonly latitude: number
  readonly timeZone: TimeZone
}
