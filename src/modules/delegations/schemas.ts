import { z } from 'zod'
import { requiredText, text } from '#platform/pure/form-fields.ts'
import { type Localized, withText } from '#platform/pure/localized.ts'
import { memberCategories, memberFunctions } from './domain/member.ts'
import { type MemberDraft, longest } from './domain/registration.ts'

/** Shapes shared by the doors. Messages are problem codes of texts.fr.ts. */

export const memberForm = z.object({
  givenName: requiredText(longest.name),
  familyName: requiredText(longest.name),
  category: z.enum(memberCategories, { error: 'required' }),
  function: z.enum(memberFunctions, { error: 'required' }).default('member'),
  capacityFr: text(longest.capacity),
  capacityEn: text(longest.capacity),
  represents: text(longest.represents),
  externalKey: text(longest.externalKey),
  email: text(longest.email),
  phone: text(longest.phone),
  notes: text(longest.notes),
  /** The card of one's directory, when the person was chosen there. */
  personId: z.uuid().nullish().default(null),
  version: z.coerce.number().int().optional(),
  requestKey: z.uuid().optional(),
})
/** A card of the directory, chosen for a member. */
export const cardForm = z.object({ personId: z.uuid('required'), requestKey: z.uuid().optional() })

export type MemberForm = z.output<typeof memberForm>

/** Languages other than those of the form (`kept`) stay as they were: a partner may have written them. */
export function draftOf(form: MemberForm, kept: Localized = {}): MemberDraft {
  return {
    givenName: form.givenName,
    familyName: form.familyName,
    category: form.category,
    function: form.function,
    capacity: withText(withText(kept, 'fr', form.capacityFr), 'en', form.capacityEn),
    represents: form.represents,
    externalKey: form.externalKey,
    contact: { email: form.email, phone: form.phone, notes: form.notes },
  }
}

/** The field beside which a refusal is said; '' is the form as a whole. */
export function fieldOfProblem({ code }: { readonly code: string }): string {
  return fieldsOfProblems[code] ?? ''
}

const fieldsOfProblems: Readonly<Record<string, string>> = {
  names_are_not_empty: 'familyName',
  a_name_is_listed_once_per_sub_delegation: 'familyName',
  a_person_travels_once_per_mission: 'familyName',
  a_company_member_represents_someone: 'represents',
  one_head_per_sub_delegation: 'function',
  one_member_per_external_key: 'externalKey',
  email_is_one_address: 'email',
  phone_is_international: 'phone',
}
