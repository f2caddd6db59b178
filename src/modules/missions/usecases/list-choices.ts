import type { Tx } from '#platform/db.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { countryChoices, listCities } from '#modules/directory/index.ts'

export type MissionChoices = {
  readonly cityNames: readonly string[]
  readonly timeZones: readonly string[]
  readonly countries: readonly { readonly value: string; readonly label: string }[]
}

/** What the form of a mission proposes: names of the cities we know, in both languages, and the world's zones and countries. */
export async function missionChoices(tx: Tx, locale: Locale): Promise<MissionChoices> {
  const cities = await listCities(tx)
  return {
    cityNames: [
      ...new Set(cities.flatMap((city) => Object.values(city.names).filter((name): name is string => name !== undefined))),
    ].sort(),
    timeZones: Intl.supportedValuesOf('timeZone'),
    countries: countryChoices(locale),
  }
}
