import type { Scheme } from './identifier.ts'

/** What a file of cards is about. */
export const fileKinds = ['person', 'organisation'] as const
export type FileKind = (typeof fileKinds)[number]

/** What a list leaves as. */
export const listFormats = ['csv', 'xlsx', 'vcf'] as const
export type ListFormat = (typeof listFormats)[number]

/** A list, or all that is kept of one person. Twin of the CHECK format_is_known of directory.export. */
export const exportFormats = [...listFormats, 'zip'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The columns of a file of people, in the order of the file: one line for each capacity someone has. */
export const personColumns = [
  'id',
  'honorific',
  'givenName',
  'familyName',
  'originalScript',
  'preferredLanguage',
  'email',
  'phone',
  'capacityFr',
  'capacityEn',
  'organisation',
  'country',
  'startsOn',
  'endsOn',
  'protocolRank',
  'legalBasis',
  'consentedOn',
  'consentSource',
  'lastContactOn',
] as const
export type PersonColumn = (typeof personColumns)[number]

/** Each register has its column; several numbers of one register share a cell, commas between them. */
export const schemeColumns = {
  siren: 'FR-SIREN',
  siret: 'FR-SIRET',
  rna: 'FR-RNA',
  vat: 'EU-VAT',
  lei: 'LEI',
  ror: 'ROR',
  wikidata: 'WIKIDATA',
  geonames: 'GEONAMES',
  unLocode: 'UN-LOCODE',
} as const satisfies Readonly<Record<string, Scheme>>
export type SchemeColumn = keyof typeof schemeColumns

export const organisationColumns = [
  'id',
  'name',
  'nameFr',
  'nameEn',
  'kind',
  'country',
  'city',
  'website',
  ...(Object.keys(schemeColumns) as SchemeColumn[]),
] as const
export type OrganisationColumn = (typeof organisationColumns)[number]

/** More than one import reads back is not one file. */
export const mostExported = 50_000
