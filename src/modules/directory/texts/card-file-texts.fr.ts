import type { FileKind, OrganisationColumn, PersonColumn } from '../domain/card-columns.ts'

const personColumns: Record<PersonColumn, string> = {
  id: 'Fiche',
  honorific: 'Civilité',
  givenName: 'Prénom',
  familyName: 'Nom',
  originalScript: 'Nom dans son écriture',
  preferredLanguage: 'Langue préférée',
  email: 'Courriel',
  phone: 'Téléphone',
  capacityFr: 'Fonction',
  capacityEn: 'Fonction (anglais)',
  organisation: 'Organisation',
  country: 'Pays de l’organisation',
  startsOn: 'Depuis le',
  endsOn: 'Jusqu’au',
  protocolRank: 'Rang protocolaire',
  legalBasis: 'Fondement',
  consentedOn: 'Consentement donné le',
  consentSource: 'Consentement donné comment',
  lastContactOn: 'Dernier contact',
}

const organisationColumns: Record<OrganisationColumn, string> = {
  id: 'Fiche',
  name: 'Nom',
  nameFr: 'Nom en français',
  nameEn: 'Nom en anglais',
  kind: 'Nature',
  country: 'Pays',
  city: 'Ville',
  website: 'Site',
  siren: 'SIREN',
  siret: 'SIRET',
  rna: 'RNA',
  vat: 'TVA intracommunautaire',
  lei: 'LEI',
  ror: 'ROR',
  wikidata: 'Wikidata',
  geonames: 'GeoNames',
  unLocode: 'UN/LOCODE',
}

const fr = {
  columns: { person: personColumns, organisation: organisationColumns },
  sheets: { person: 'Personnes', organisation: 'Organisations' },
  fileTitle: 'Annuaire',
  exports: {
    title: 'Emporter cette liste',
    note: 'Ses personnes et ses organisations, fiches entières, et rien que vous ne voyiez déjà. Chaque export est inscrit au journal.',
    tooMany: (most: string) => `Cette liste dépasse ${most} fiches : cherchez un mot, ou choisissez les personnes ou les organisations.`,
    formats: { csv: 'CSV', xlsx: 'Classeur XLSX', vcf: 'Cartes vCard' },
    formatOf: (kind: FileKind): string => (kind === 'person' ? 'CSV des personnes' : 'CSV des organisations'),
  },
}

export type CardFileTexts = typeof fr
export default fr
