import type { Ctx } from '#platform/context.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { countryChoices } from '../domain/country.ts'
import { languageChoices } from '../domain/language.ts'
import { listCities } from '../sql/cities.ts'
import { listOrganisationNames } from '../sql/organisations.ts'

/** Lists longer than this would weigh more than they help: whoever types then finds the rest by the search. */
const MAX_SUGGESTIONS = 300

/** What the form of an organisation proposes, in the reader's language. */
export async function organisationChoices({ tx }: Ctx, locale: Locale) {
  const cities = await listCities(tx)
  return { countries: countryChoices(locale), cityNames: cities.map(({ names, name }) => names[locale] ?? name) }
}

/** What the forms of a person and of their positions propose, in the reader's language. */
export async function personChoices({ tx }: Ctx, locale: Locale) {
  return {
    languages: languageChoices(locale),
    countries: countryChoices(locale),
    organisationNames: await listOrganisationNames(tx, MAX_SUGGESTIONS),
  }
}
