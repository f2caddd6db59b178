import type { Tx } from '#platform/db.ts'
import { listCities } from '#modules/directory/index.ts'

/** What the form of a mission proposes: names of the cities we know, in both languages, and the world's zones. */
export async function missionChoices(tx: Tx): Promise<{ cityNames: string[]; timeZones: string[] }> {
  const cities = await listCities(tx)
  return {
    cityNames: [
      ...new Set(cities.flatMap((city) => Object.values(city.names).filter((name): name is string => name !== undefined))),
    ].sort(),
    timeZones: Intl.supportedValuesOf('timeZone'),
  }
}
