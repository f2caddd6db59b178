import { type Localized, withText } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { plainSpaces } from '#platform/pure/spaces.ts'
import type { City } from './city.ts'
import { isCountry } from './country.ts'
import { type IdentifierRefusal, type OrganisationIdentifier, decideIdentifiers } from './identifier.ts'
import type { Organisation, OrganisationKind } from './organisation.ts'

/** A card as someone types it. */
export type OrganisationDraft = {
  /** As the organisation names itself. */
  readonly name: string
  /** The same in other languages, where it has an established name there. */
  readonly names: Localized
  readonly kind: OrganisationKind
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly city: string
  readonly website: string
  readonly identifiers: readonly OrganisationIdentifier[]
}

export type DraftProblem = IdentifierRefusal | { readonly code: 'name_missing' | 'country_unknown' | 'website_malformed' }

export type DecidedOrganisation = {
  readonly facts: Pick<Organisation, 'name' | 'names' | 'kind' | 'country' | 'cityId' | 'cityName' | 'website'>
  readonly identifiers: readonly OrganisationIdentifier[]
}

/**
 * Reads a draft. `city` is the one we ship under the typed name, if any: it counts only in the country given,
 * because there is a Paris in Texas.
 * @refuses name_missing, country_unknown, website_malformed, identifier_malformed, identifier_checksum_wrong, identifier_repeated
 */
export function decideOrganisation(draft: OrganisationDraft, city: City | null): Outcome<DecidedOrganisation, DraftProblem> {
  const name = plainSpaces(draft.name)
  if (name === '') return refused({ code: 'name_missing' })
  if (!isCountry(draft.country)) return refused({ code: 'country_unknown' })
  const website = readWebsite(draft.website)
  if (!website.ok) return website
  const identifiers = decideIdentifiers(draft.identifiers)
  if (!identifiers.ok) return identifiers
  const facts = {
    name,
    names: tidy(draft.names),
    kind: draft.kind,
    country: draft.country,
    cityId: city?.country === draft.country ? city.id : null,
    cityName: plainSpaces(draft.city) || null,
    website: website.value,
  }
  return ok({ facts, identifiers: identifiers.value })
}

function tidy(names: Localized): Localized {
  return Object.entries(names).reduce<Localized>((kept, [language, text]) => withText(kept, language, plainSpaces(text ?? '')), {})
}

/** « www.nice.fr » is enough; only http and https lead to a page. */
function readWebsite(text: string): Outcome<string | null, { readonly code: 'website_malformed' }> {
  const typed = text.trim()
  if (typed === '') return ok(null)
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`)
  const isPage =
    url && ['http:', 'https:'].includes(url.protocol) && url.hostname.includes('.') && url.username === '' && url.password === ''
  return isPage ? ok(url.href) : refused({ code: 'website_malformed' })
}
