import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { plainSpaces } from '#platform/pure/spaces.ts'
import { isLanguage } from './language.ts'
import type { Honorific, Person } from './person.ts'
import { type PhoneProblem, parsePhone } from '#platform/pure/phone.ts'

/** A person's card as someone types it; an empty text is an unknown fact. */
export type PersonDraft = {
  readonly givenName: string
  readonly familyName: string
  readonly honorific: Honorific | null
  readonly originalScript: string
  readonly preferredLanguage: string
  readonly email: string
  readonly phone: string
}

export type PersonProblem = PhoneProblem | { readonly code: 'family_name_missing' | 'email_malformed' | 'language_unknown' }

/**
 * Reads a draft.
 * @refuses family_name_missing, email_malformed, phone_malformed, phone_needs_its_country, language_unknown
 */
export function decidePerson(
  draft: PersonDraft,
): Outcome<Omit<Person, 'id' | 'organisationId' | 'affiliations' | 'version'>, PersonProblem> {
  const familyName = plainSpaces(draft.familyName)
  if (familyName === '') return refused({ code: 'family_name_missing' })
  const email = draft.email.trim()
  if (email !== '' && !/^[^@\s,;<>]+@[^@\s,;<>.]+(\.[^@\s,;<>.]+)+$/.test(email)) return refused({ code: 'email_malformed' })
  if (draft.preferredLanguage !== '' && !isLanguage(draft.preferredLanguage)) return refused({ code: 'language_unknown' })
  const phone = draft.phone.trim() === '' ? ok(null) : parsePhone(draft.phone)
  if (!phone.ok) return phone
  return ok({
    givenName: plainSpaces(draft.givenName),
    familyName,
    honorific: draft.honorific,
    originalScript: plainSpaces(draft.originalScript) || null,
    preferredLanguage: draft.preferredLanguage || null,
    email: email || null,
    phone: phone.value,
  })
}
