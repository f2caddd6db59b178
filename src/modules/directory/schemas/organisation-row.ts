import type { ImportShape } from '#platform/tabular/import.ts'
import { type OrganisationColumn, type SchemeColumn, schemeColumns } from '../domain/card-columns.ts'
import { importKinds } from '../domain/card-import.ts'
import type { OrganisationIdentifier } from '../domain/identifier.ts'
import type { OrganisationKind } from '../domain/organisation.ts'
import { directoryTexts } from '../texts.ts'
import { cardFileTexts } from '../texts/card-file-texts.ts'
import { cardId, codeOf, country, maybe, required, textUpTo } from './card-cells.ts'

/** An organisation as a line of a file says it. Null is a blank cell: it changes nothing. */
export type OrganisationRow = {
  readonly id: string | null
  readonly name: string
  readonly nameFr: string | null
  readonly nameEn: string | null
  readonly kind: OrganisationKind | null
  readonly country: string
  readonly city: string | null
  readonly website: string | null
} & Readonly<Record<SchemeColumn, string | null>>

const names = (column: OrganisationColumn, ...aliases: string[]) => ({
  labels: { fr: cardFileTexts.fr.columns.organisation[column], en: cardFileTexts.en.columns.organisation[column] },
  aliases,
})
const number = (column: SchemeColumn, ...aliases: string[]) => maybe(names(column, ...aliases), textUpTo(200))
const { fr, en } = directoryTexts

export const organisationRowShape: ImportShape<OrganisationRow> = {
  kind: importKinds.organisation,
  columns: {
    id: maybe(names('id'), cardId),
    name: required(names('name', 'organisation', 'raison sociale', 'structure', 'company'), textUpTo(200)),
    nameFr: maybe(names('nameFr'), textUpTo(300)),
    nameEn: maybe(names('nameEn'), textUpTo(300)),
    kind: maybe(names('kind', 'type', 'catégorie'), codeOf<OrganisationKind>(fr.kinds, en.kinds)),
    country: required(names('country'), country),
    city: maybe(names('city', 'commune', 'town'), textUpTo(100)),
    website: maybe(names('website', 'site internet', 'web', 'url'), textUpTo(300)),
    siren: number('siren'),
    siret: number('siret'),
    rna: number('rna'),
    vat: number('vat', 'tva', 'vat'),
    lei: number('lei'),
    ror: number('ror'),
    wikidata: number('wikidata'),
    geonames: number('geonames'),
    unLocode: number('unLocode', 'locode'),
  },
}

/** The numbers of a line, each under its register; several of one register share a cell. */
export function identifiersOf(row: OrganisationRow): OrganisationIdentifier[] {
  return (Object.keys(schemeColumns) as SchemeColumn[]).flatMap((column) =>
    (row[column] ?? '').split(/[,;]\s*/).flatMap((value) => (value === '' ? [] : [{ scheme: schemeColumns[column], value }])),
  )
}

/** The column in which a wrong number stands. */
export function columnOfScheme(scheme: string): OrganisationColumn {
  return (Object.keys(schemeColumns) as SchemeColumn[]).find((column) => schemeColumns[column] === scheme) ?? 'name'
}
