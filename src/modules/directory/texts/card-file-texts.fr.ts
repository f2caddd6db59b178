import type { ExportFormat, FileKind, OrganisationColumn, PersonColumn } from '../domain/card-columns.ts'
import type { CardNote, NamesakeRule } from '../domain/card-import.ts'

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
  /** What someone is for an organisation when a file names one without a capacity. */
  contact: 'Contact',
  imports: {
    title: { person: 'Importer des personnes', organisation: 'Importer des organisations' } satisfies Record<FileKind, string>,
    lead: 'Un fichier CSV ou XLSX, ou des cartes vCard (.vcf, versions 3 et 4). Rien n’est écrit avant que vous ayez vu chaque ligne.',
    others: { person: 'Importer plutôt des personnes', organisation: 'Importer plutôt des organisations' } satisfies Record<
      FileKind,
      string
    >,
    open: 'Importer',
    pastedName: 'tableau collé',
    template: { csv: 'Modèle CSV', xlsx: 'Modèle XLSX' },
    templateTitle: { person: 'Modèle personnes', organisation: 'Modèle organisations' } satisfies Record<FileKind, string>,
    back: 'Voir l’annuaire',
    duplicates: 'Comparer les fiches qui se ressemblent',
    again: 'Importer un autre fichier',
    over: 'Cet import est terminé ou abandonné.',
    rules: {
      title: 'Des lignes portent le nom de fiches que vous avez déjà',
      note: 'Un nom seul ne prouve rien. Dites ce qu’il en est pour ce fichier ; les lignes concernées sont signalées ci-dessous.',
      aside: 'Les laisser de côté',
      complete: 'Compléter la fiche de ce nom',
      another: 'En faire d’autres fiches',
    } satisfies Record<NamesakeRule | 'title' | 'note', string>,
    notes: {
      aside: (name: string) => `laissée de côté : ${name} est déjà dans l’annuaire`,
      complete: (name: string) => `complète la fiche ${name}`,
      another: (name: string) => `une autre que ${name}`,
      same_email: (name: string) => `même courriel que ${name}`,
      kept_elsewhere: (name: string) => `fiche de ${name} tenue par quelqu’un d’autre : inchangée`,
      goes_with: (name: string) => `avec la ligne ${name}`,
    } satisfies Record<CardNote['code'], (name: string) => string>,
    problems: {
      several_of_this_name: 'Plusieurs fiches portent ce nom : donnez le courriel, ou faites-en une autre fiche',
      country_of_new_organisation: 'L’annuaire ne connaît pas cette organisation : dites son pays, et sa fiche sera créée',
      organisation_ambiguous: 'Plusieurs organisations portent ce nom : précisez le pays',
      vcard_unreadable: 'Ces cartes ne sont pas lisibles : exportez-les de nouveau en vCard 3 ou 4',
      vcard_too_old: 'Ces cartes sont de la version 2.1, dont les accents se perdent : exportez-les en vCard 3 ou 4',
      vcard_has_none: 'Ce fichier n’a aucune carte de cette sorte',
      import_is_empty: 'Ce fichier n’a aucune ligne à importer',
      import_has_problems: 'Des lignes sont encore à corriger',
      import_closed: 'Cet import a déjà été confirmé ou abandonné',
    },
  },
  exports: {
    title: 'Emporter cette liste',
    note: 'Ses personnes et ses organisations, fiches entières, et rien que vous ne voyiez déjà. Chaque export est inscrit au journal.',
    tooMany: (most: string) => `Cette liste dépasse ${most} fiches : cherchez un mot, ou choisissez les personnes ou les organisations.`,
    formats: { csv: 'CSV', xlsx: 'Classeur XLSX', vcf: 'Cartes vCard', zip: 'Archive d’une personne' } satisfies Record<
      ExportFormat,
      string
    >,
    formatOf: (kind: FileKind): string => (kind === 'person' ? 'CSV des personnes' : 'CSV des organisations'),
  },
}

export type CardFileTexts = typeof fr
export default fr
