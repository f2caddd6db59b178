import { ok, refused } from '#platform/pure/outcome.ts'
import type { ImportBatch } from '#platform/tabular/import-batches.ts'
import { type ImportColumn, type ImportShape, type ReadRow, readCells } from '#platform/tabular/import.ts'
import { readPhone } from '../domain/contact.ts'
import type { GivenRow, MemberRow } from '../domain/import-plan.ts'
import { readCategory, readFunction } from '../domain/member-words.ts'
import { longest } from '../schemas.ts'
import { delegationTexts } from '../texts.ts'

const { columns: fr } = delegationTexts.fr.import
const { columns: en } = delegationTexts.en.import

const labelsOf = (key: keyof MemberRow) => ({ fr: fr[key], en: en[key] })

/** A text no longer than a form would take it. */
const textUpTo = (max: number) => (text: string) => (text.length > max ? refused({ code: 'too_long' }) : ok(text))

function optional(key: keyof MemberRow, max: number, aliases: readonly string[]): ImportColumn<string | null> {
  return { labels: labelsOf(key), aliases, parse: textUpTo(max), isRequired: false, whenBlank: null }
}

/** The columns of a file of members. « Fonction » is what people do in life, hence their capacity; what they do in the delegation is a role. */
export const memberRowShape: ImportShape<MemberRow> = {
  kind: 'delegations.members',
  columns: {
    givenName: {
      labels: labelsOf('givenName'),
      aliases: ['first name', 'given name', 'forename'],
      parse: textUpTo(longest.name),
      isRequired: true,
    },
    familyName: {
      labels: labelsOf('familyName'),
      aliases: ['nom de famille', 'nom usuel', 'last name', 'surname'],
      parse: textUpTo(longest.name),
      isRequired: true,
    },
    category: {
      labels: labelsOf('category'),
      aliases: ['collège', 'type', 'type de participant'],
      parse: (text) => {
        const category = readCategory(text)
        return category === null ? refused({ code: 'category_unknown' }) : ok(category)
      },
      isRequired: true,
    },
    function: {
      labels: labelsOf('function'),
      aliases: ['rôle', 'role'],
      parse: (text) => {
        const role = readFunction(text)
        return role === null ? refused({ code: 'function_unknown' }) : ok(role)
      },
      isRequired: false,
      whenBlank: null,
    },
    capacityFr: {
      labels: labelsOf('capacityFr'),
      aliases: ['fonction', 'titre', 'mandat', 'poste', 'job title', 'position', 'capacity'],
      parse: textUpTo(longest.capacity),
      isRequired: false,
      whenBlank: '',
    },
    capacityEn: {
      labels: labelsOf('capacityEn'),
      aliases: ['qualité en anglais', 'fonction en anglais', 'capacity in english'],
      parse: textUpTo(longest.capacity),
      isRequired: false,
      whenBlank: '',
    },
    represents: optional('represents', longest.represents, [
      'organisation',
      'organisme',
      'structure',
      'entreprise',
      'société',
      'company',
      'employeur',
    ]),
    email: {
      labels: labelsOf('email'),
      aliases: ['courriel', 'e-mail', 'email', 'mail', 'adresse mail'],
      parse: (text) =>
        /^[^@\s]+@[^@\s]+$/.test(text) && text.length <= longest.email ? ok(text) : refused({ code: 'email_is_one_address' }),
      isRequired: false,
      whenBlank: null,
    },
    phone: {
      labels: labelsOf('phone'),
      aliases: ['tél', 'tel', 'mobile', 'portable', 'phone'],
      parse: (text) => {
        const phone = readPhone(text)
        return phone === undefined ? refused({ code: 'phone_is_international' }) : ok(phone)
      },
      isRequired: false,
      whenBlank: null,
    },
    notes: optional('notes', longest.notes, ['note', 'remarques', 'commentaires', 'comments']),
    externalKey: optional('externalKey', longest.externalKey, ['n°', 'numéro', 'matricule', 'identifiant', 'id', 'référence', 'key']),
  },
}

export type ReadMember = ReadRow<MemberRow> & { readonly given: GivenRow | null }

/** The lines of a batch. What a column the file does not have would say is left out, so that it erases nothing. */
export function readMemberRows(batch: Pick<ImportBatch, 'rows' | 'firstLine' | 'mapping'>): ReadMember[] {
  return readCells(batch, memberRowShape).map((read) => Object.assign(read, { given: read.row && onlyMapped(read.row, batch.mapping) }))
}

function onlyMapped(row: MemberRow, mapping: ImportBatch['mapping']): GivenRow {
  const { givenName, familyName, category, ...others } = row
  const mapped = Object.entries(others).filter(([key]) => key in mapping)
  return { givenName, familyName, category, ...(Object.fromEntries(mapped) as Partial<MemberRow>) }
}
