import type { Locale } from '#platform/pure/locale.ts'
import type { NamedTable } from '#platform/tabular/write-list-file.ts'
import {
  type FileKind,
  type OrganisationColumn,
  type PersonColumn,
  type SchemeColumn,
  organisationColumns,
  personColumns,
  schemeColumns,
} from '../domain/card-columns.ts'
import { countryName } from '../domain/country.ts'
import { languageName } from '../domain/language.ts'
import type { Organisation } from '../domain/organisation.ts'
import type { Affiliation, Person } from '../domain/person.ts'
import { directoryTexts } from '../texts.ts'
import { cardFileTexts } from '../texts/card-file-texts.ts'

/** A file of people: one line for each capacity, one alone for who has none. What is written is read back by the import. */
export function personTable(people: readonly Person[], locale: Locale): NamedTable {
  const rows = people.flatMap((person) => {
    const affiliations: (Affiliation | null)[] = person.affiliations.length > 0 ? [...person.affiliations] : [null]
    return affiliations.map((affiliation) => {
      const cells = personCells(person, affiliation, locale)
      return personColumns.map((column) => cells[column])
    })
  })
  return { ...emptyTable('person', locale), rows }
}

export function organisationTable(organisations: readonly Organisation[], locale: Locale): NamedTable {
  const rows = organisations.map((organisation) => {
    const cells = organisationCells(organisation, locale)
    return organisationColumns.map((column) => cells[column])
  })
  return { ...emptyTable('organisation', locale), rows }
}

/** The headers of a kind of file, with nothing under them. */
export function emptyTable(kind: FileKind, locale: Locale): NamedTable {
  const { columns, sheets } = cardFileTexts[locale]
  const headers =
    kind === 'person'
      ? personColumns.map((column) => columns.person[column])
      : organisationColumns.map((column) => columns.organisation[column])
  return { name: sheets[kind], headers, rows: [] }
}

function personCells(person: Person, affiliation: Affiliation | null, locale: Locale): Record<PersonColumn, string | null> {
  const { honorifics, legalBases } = directoryTexts[locale]
  return {
    id: person.id,
    honorific: person.honorific && honorifics[person.honorific],
    givenName: person.givenName,
    familyName: person.familyName,
    originalScript: person.originalScript,
    preferredLanguage: person.preferredLanguage && languageName(person.preferredLanguage, locale),
    email: person.email,
    phone: person.phone,
    capacityFr: affiliation?.capacity.fr ?? null,
    capacityEn: affiliation?.capacity.en ?? null,
    organisation: affiliation?.organisation.name ?? null,
    country: affiliation ? countryName(affiliation.organisation.country, locale) : null,
    startsOn: affiliation?.startsOn ?? null,
    endsOn: affiliation?.endsOn ?? null,
    protocolRank: affiliation?.protocolRank?.toString() ?? null,
    legalBasis: legalBases[person.legalBasis],
    consentedOn: person.consentedOn,
    consentSource: person.consentSource,
    lastContactOn: person.lastContactOn,
  }
}

function organisationCells(organisation: Organisation, locale: Locale): Record<OrganisationColumn, string | null> {
  const valueOf = (column: SchemeColumn) =>
    organisation.identifiers.flatMap(({ scheme, value }) => (scheme === schemeColumns[column] ? [value] : [])).join(', ') || null
  return {
    id: organisation.id,
    name: organisation.name,
    nameFr: organisation.names.fr ?? null,
    nameEn: organisation.names.en ?? null,
    kind: directoryTexts[locale].kinds[organisation.kind],
    country: countryName(organisation.country, locale),
    city: organisation.cityName,
    website: organisation.website,
    siren: valueOf('siren'),
    siret: valueOf('siret'),
    rna: valueOf('rna'),
    vat: valueOf('vat'),
    lei: valueOf('lei'),
    ror: valueOf('ror'),
    wikidata: valueOf('wikidata'),
    geonames: valueOf('geonames'),
    unLocode: valueOf('unLocode'),
  }
}
