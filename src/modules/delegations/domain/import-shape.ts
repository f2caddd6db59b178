import { ok, refused } from '#platform/pure/outcome.ts'
import type { ImportColumn, ImportShape } from '#platform/tabular/import.ts'
import { readPhone } from './contact.ts'
import type { MemberRow } from './import-plan.ts'
import { memberColumnNames } from './member-columns.ts'
import { readCategory, readFunction } from './member-words.ts'
import { longest } from './registration.ts'

const labelsOf = (key: keyof MemberRow) => ({ fr: memberColumnNames.fr[key], en: memberColumnNames.en[key] })

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
      parse: readPhone,
      isRequired: false,
      whenBlank: null,
    },
    notes: optional('notes', longest.notes, ['note', 'remarques', 'commentaires', 'comments']),
    externalKey: optional('externalKey', longest.externalKey, ['n°', 'numéro', 'matricule', 'identifiant', 'id', 'référence', 'key']),
  },
}
