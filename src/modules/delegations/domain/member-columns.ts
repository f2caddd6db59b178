import type { Locale } from '#platform/pure/locale.ts'
import type { MemberRow } from './import-plan.ts'

export type MemberColumn = keyof MemberRow

/** The columns of a file of members, in the order of the template. */
export const memberColumns = [
  'externalKey',
  'givenName',
  'familyName',
  'category',
  'function',
  'capacityFr',
  'capacityEn',
  'represents',
  'email',
  'phone',
  'notes',
] as const satisfies readonly MemberColumn[]

export const requiredColumns: ReadonlySet<MemberColumn> = new Set(['givenName', 'familyName', 'category'])

/** Headers of the template and of the lists we write: what is written is recognised when it comes back. */
export const memberColumnNames: Readonly<Record<Locale, Readonly<Record<MemberColumn, string>>>> = {
  fr: {
    externalKey: 'Numéro',
    givenName: 'Prénom',
    familyName: 'Nom',
    category: 'Catégorie',
    function: 'Rôle dans la délégation',
    capacityFr: 'Qualité',
    capacityEn: 'Qualité (anglais)',
    represents: 'Organisation représentée',
    email: 'Adresse électronique',
    phone: 'Téléphone',
    notes: 'Notes',
  },
  en: {
    externalKey: 'Number',
    givenName: 'First name',
    familyName: 'Family name',
    category: 'Category',
    function: 'Role in the delegation',
    capacityFr: 'Capacity (French)',
    capacityEn: 'Capacity (English)',
    represents: 'Organisation represented',
    email: 'E-mail address',
    phone: 'Telephone',
    notes: 'Notes',
  },
}
