import { formatPhone } from '#platform/pure/phone.ts'
import { languagesOf } from '#platform/pure/localized.ts'
import type { CardKind, OrganisationField, PersonField } from '../domain/merge.ts'
import type { Organisation } from '../domain/organisation.ts'
import type { Person } from '../domain/person.ts'
import type { DirectoryTexts } from '../texts.fr.ts'

/** A card as its comparison shows it: each field in words, and what will be joined. */
export type ComparedCard = {
  readonly id: string
  readonly kind: CardKind
  readonly version: number
  readonly keepsItself: boolean
  readonly fields: Readonly<Record<string, string>>
  readonly affiliations: readonly string[]
  readonly identifiers: readonly string[]
}

/** `nameOf`: the language of a code, in the reader's. */
export function comparedPerson(person: Person, texts: DirectoryTexts, nameOf: (language: string) => string): ComparedCard {
  const fields: Record<PersonField, string> = {
    honorific: person.honorific ? texts.honorifics[person.honorific] : '',
    givenName: person.givenName,
    familyName: person.familyName,
    originalScript: person.originalScript ?? '',
    preferredLanguage: person.preferredLanguage ? nameOf(person.preferredLanguage) : '',
    email: person.email ?? '',
    phone: person.phone ? formatPhone(person.phone) : '',
    ground: [texts.legalBases[person.legalBasis], person.consentedOn, person.consentSource].filter(Boolean).join(' · '),
  }
  const affiliations = person.affiliations.map(({ capacity, organisation, startsOn, endsOn }) =>
    [Object.values(capacity)[0], organisation.name, [startsOn, endsOn].filter(Boolean).join(' – ')].filter(Boolean).join(' · '),
  )
  return { id: person.id, kind: 'person', version: person.version, keepsItself: false, fields, affiliations, identifiers: [] }
}

/** `countryOf`: the name of a country in the reader's language. */
export function comparedOrganisation(card: Organisation, texts: DirectoryTexts, countryOf: (country: string) => string): ComparedCard {
  const fields: Record<OrganisationField, string> = {
    name: card.name,
    names: languagesOf(card.names)
      .map((language) => `${language} · ${card.names[language]}`)
      .join(' ; '),
    kind: texts.kinds[card.kind],
    place: [countryOf(card.country), card.cityName].filter(Boolean).join(' · '),
    website: card.website ?? '',
  }
  const identifiers = card.identifiers.map(({ scheme, value }) => `${scheme} ${value}`)
  return { id: card.id, kind: 'organisation', version: card.version, keepsItself: card.isWorkspace, fields, affiliations: [], identifiers }
}
