import type { Locale } from '#platform/pure/locale.ts'
import { pick } from '#platform/pure/localized.ts'
import type { Destination, Plan } from '../domain/plan.ts'

export function regionName(country: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country
}

/** How people call a destination: its city, else its country. */
export function placeName({ cityName, country }: Pick<Destination, 'cityName' | 'country'>, locale: Locale): string {
  return pick(cityName, locale).text || regionName(country, locale)
}

/** How people call a destination or an objective of a strategy; '' for what is neither. */
export function lineName({ destinations, objectives }: Pick<Plan, 'destinations' | 'objectives'>, id: string, locale: Locale): string {
  const destination = destinations.find((each) => each.id === id)
  return destination ? placeName(destination, locale) : pick(objectives.find((each) => each.id === id)?.title ?? {}, locale).text
}
