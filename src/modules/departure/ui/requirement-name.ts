import type { Locale } from '#platform/pure/locale.ts'
import type { Requirement } from '../domain/requirement.ts'
import type { DepartureTexts } from '../texts.fr.ts'
import { countryName } from './country-name.ts'

/** « Visa ou autorisation d’entrée (Canada) ». */
export function requirementName(texts: DepartureTexts, { kind, country }: Pick<Requirement, 'kind' | 'country'>, locale: Locale): string {
  return country ? `${texts.kinds[kind]} (${countryName(country, locale)})` : texts.kinds[kind]
}
