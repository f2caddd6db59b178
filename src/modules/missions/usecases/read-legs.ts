import type { Tx } from '#platform/db.ts'
import { isTimeZone } from '#platform/pure/time-zone.ts'
import { parseLocalDate } from '#platform/pure/local-date-reading.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { findCityByName } from '#modules/directory/index.ts'
import type { NewLeg } from '../domain/mission.ts'
import { type LegText, localized } from '../schemas.ts'

/**
 * Reads the leg lines of a form: lines left wholly empty are skipped; a city we know gives its country and zone.
 * Problems are keyed by the field of the form, `legs.0.city`, so that each mistake shows at its place.
 */
export async function readLegs(tx: Tx, lines: readonly LegText[]): Promise<Outcome<NewLeg[], Record<string, string>>> {
  const legs: NewLeg[] = []
  const problems: Record<string, string> = {}
  for (const [index, line] of lines.entries()) {
    if ([line.city, line.from, line.to].every((text) => text.trim() === '')) continue
    const city = line.city.trim() === '' ? null : await findCityByName(tx, line.city)
    const from = readDate(line.from)
    const to = readDate(line.to === '' ? line.from : line.to)
    const timeZone = city?.timeZone ?? line.timeZone.trim()
    const country = city?.country ?? line.country.trim().toUpperCase()
    if (line.city.trim() === '') problems[`legs.${index}.city`] = 'city_missing'
    if (!from) problems[`legs.${index}.from`] = line.from === '' ? 'dates_both' : 'date_malformed'
    if (!to) problems[`legs.${index}.to`] = 'date_malformed'
    if (!isTimeZone(timeZone)) problems[`legs.${index}.timeZone`] = 'zone_unknown'
    if (!/^[A-Z]{2}$/.test(country)) problems[`legs.${index}.country`] = 'country_unknown'
    if (from && to) {
      legs.push({
        cityId: city?.id ?? null,
        cityName: city?.names ?? localized(line.city.trim(), ''),
        country,
        startsOn: from,
        endsOn: to,
        timeZone,
      })
    }
  }
  return Object.keys(problems).length === 0 ? ok(legs) : refused(problems)
}

function readDate(text: string): LocalDate | null {
  const parsed = parseLocalDate(text)
  return parsed.ok ? parsed.value : null
}
