import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { isTimeZone } from '#platform/pure/time-zone.ts'
import { type City, findCityByName, loadCity } from '#modules/directory/index.ts'
import type { NewLeg } from '../domain/mission.ts'

/** A leg as a program or a document states it: a city we know needs no country nor zone. */
export type StatedLeg = {
  readonly cityId?: string | null | undefined
  readonly cityName?: Localized | undefined
  readonly country?: string | undefined
  readonly timeZone?: string | undefined
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
}

export type PlaceProblem = {
  readonly code: 'city_missing' | 'city_unknown' | 'country_unknown' | 'zone_unknown'
  /** Rank of the leg, from 0. */
  readonly position: number
}

/**
 * Finds the city of each leg, by its id or by its name in any language. What is stated wins over what we know of the city,
 * so that a mission that was read can be sent back as it is.
 * @refuses city_missing, city_unknown, country_unknown, zone_unknown
 */
export async function placeLegs(tx: Tx, stated: readonly StatedLeg[]): Promise<Outcome<NewLeg[], PlaceProblem>> {
  const legs: NewLeg[] = []
  for (const [position, leg] of stated.entries()) {
    const city = await cityOf(tx, leg)
    const cityName = { ...city?.names, ...leg.cityName }
    const country = leg.country ?? city?.country
    const timeZone = leg.timeZone ?? city?.timeZone
    if (leg.cityId && !city) return refused({ code: 'city_unknown', position })
    if (Object.keys(cityName).length === 0) return refused({ code: 'city_missing', position })
    if (!country || !/^[A-Z]{2}$/.test(country)) return refused({ code: 'country_unknown', position })
    if (!timeZone || !isTimeZone(timeZone)) return refused({ code: 'zone_unknown', position })
    legs.push({ cityId: city?.id ?? null, cityName, country, timeZone, startsOn: leg.startsOn, endsOn: leg.endsOn })
  }
  return ok(legs)
}

async function cityOf(tx: Tx, { cityId, cityName }: StatedLeg): Promise<City | null> {
  if (cityId) return loadCity(tx, cityId)
  for (const name of Object.values(cityName ?? {})) {
    const city = name === undefined ? null : await findCityByName(tx, name)
    if (city) return city
  }
  return null
}
