import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { plainSpaces } from '#platform/pure/spaces.ts'
import { type ContactProblem, decideContact } from './contact.ts'
import type { MemberCategory, MemberContact, MemberFunction } from './member.ts'

/** Someone as a form, a file or the API describes them. */
export type MemberDraft = {
  readonly givenName: string
  readonly familyName: string
  readonly category: MemberCategory
  readonly capacity: Localized
  readonly represents: string | null
  readonly function: MemberFunction
  /** The number of this person in the partner's own files; an import finds them again by it. */
  readonly externalKey: string | null
  readonly contact: MemberContact
}

/** The longest text each fact takes, typed or imported. */
export const longest = { name: 100, capacity: 300, represents: 200, externalKey: 60, email: 200, phone: 40, notes: 2000 } as const

/** Codes are the names of the constraints that say the same in the database. */
export type RegistrationProblem = { readonly code: 'names_are_not_empty' | 'a_company_member_represents_someone' } | ContactProblem

/** What the database refuses when two colleagues, or two rows, say incompatible things. */
export const memberConstraints = [
  'a_person_travels_once_per_mission',
  'a_name_is_listed_once_per_sub_delegation',
  'one_head_per_sub_delegation',
  'one_member_per_external_key',
  'a_sub_delegation_keeps_to_its_quota',
  'a_frozen_delegation_changes_by_request',
] as const

/**
 * Tidies a description and says whether such a member can exist.
 * @refuses names_are_not_empty, a_company_member_represents_someone, email_is_one_address, phone_is_international
 */
export function decideRegistration(draft: MemberDraft): Outcome<MemberDraft, RegistrationProblem> {
  const givenName = plainSpaces(draft.givenName)
  const familyName = plainSpaces(draft.familyName)
  const represents = plainSpaces(draft.represents ?? '') || null
  if (givenName === '' || familyName === '') return refused({ code: 'names_are_not_empty' })
  if (draft.category === 'company' && represents === null) return refused({ code: 'a_company_member_represents_someone' })
  const contact = decideContact(draft.contact)
  if (!contact.ok) return contact
  return ok({
    ...draft,
    givenName,
    familyName,
    represents,
    externalKey: plainSpaces(draft.externalKey ?? '') || null,
    contact: contact.value,
  })
}
