import { z } from 'zod'
import { formText } from '#platform/pure/form-text.ts'
import type { CardKind, Choices, OrganisationField, PersonField } from '../domain/merge.ts'
import { organisationFields, personFields } from '../domain/merge.ts'

/** Shapes of the forms that merge two cards. Messages are problem codes of texts/duplicate-texts.fr.ts. */

const version = z.coerce.number().int()
export const mergeForm = z.object({
  keep: z.enum(['one', 'other'], { error: 'stale_edit' }).default('one'),
  oneVersion: version,
  otherVersion: version,
})
export const apartForm = z.object({})
export const undoForm = z.object({ mergeId: z.uuid('merge_undone') })

type Answers<Kind extends CardKind> = Choices<Kind extends 'person' ? PersonField : OrganisationField>

/** What the form says of each field, `choice.email: other`, as seen from the card that stays. */
export function choicesOf<Kind extends CardKind>(kind: Kind, keep: 'one' | 'other', all: FormData): Answers<Kind> {
  const fields: readonly string[] = kind === 'person' ? personFields : organisationFields
  const answered = fields.flatMap((field) => {
    const chosen = formText(all, `choice.${field}`)
    return chosen === '' ? [] : [[field, chosen === keep ? 'kept' : 'gone']]
  })
  return Object.fromEntries(answered) as Answers<Kind>
}

/** The kind of card in an address. */
export const kindWords: Readonly<Record<string, CardKind>> = { personnes: 'person', organisations: 'organisation' }
export const wordOfKind: Readonly<Record<CardKind, string>> = { person: 'personnes', organisation: 'organisations' }
