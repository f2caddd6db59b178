import type { Tx } from '#platform/db.ts'
import { isTimeZone } from '#platform/pure/time-zone.ts'
import { parseLocalDate } from '#platform/pure/local-date-reading.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { localized } from '#platform/pure/localized.ts'
import { countryNamed, findCityByName, isCountry } from '#modules/directory/index.ts'
import type { NewLeg } from '../domain/mission.ts'
import { type LegText } from '../schemas.ts'

/**
 * Reads the leg lines of a form: lines left wholly empty are skipped; a city we know gives its country and zone, and a country that has
 * one zone gives it.
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
    const country = city?.country ?? readCountry(line.country)
    const timeZone = city?.timeZone ?? (line.timeZone.trim() || onlyZoneOf(country))
    if (line.city.trim() === '') problems[`legs.${index}.city`] = 'city_missing'
    if (!from) problems[`legs.${index}.from`] = line.from === '' ? 'dates_both' : 'date_malformed'
    if (!to) problems[`legs.${index}.to`] = 'date_malformed'
    if (from && to && to < from) problems[`legs.${index}.to`] = 'leg_ends_before_it_starts'
    if (!isCountry(country)) problems[`legs.${index}.country`] = 'country_unknown'
    if (!isTimeZone(timeZone)) problems[`legs.${index}.timeZone`] = 'zone_unknown'
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

/** The name of a country in French or English, or its code. */
function readCountry(text: string): string {
  const code = text.trim().toUpperCase()
  return isCountry(code) ? code : (countryNamed(text) ?? '')
}

/** What TypeScript does not know yet (ECMA-402, Intl Locale Info). */
type LocaleWithZones = Intl.Locale & { getTimeZones(): readonly string[] | undefined }

/** '' where one must choose. */
function onlyZoneOf(country: string): string {
  const zones = isCountry(country) ? (new Intl.Locale(`und-${country}`) as LocaleWithZones).getTimeZones() : []
  return zones?.length === 1 ? (zones[0] ?? '') : ''
}

function readDate(text: string): LocalDate | null {
  const parsed = parseLocalDate(text)
  return parsed.ok ? parsed.value : null
}
