import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { plainSpaces } from '#platform/pure/spaces.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { isLanguage } from './language.ts'
import type { Ground, Honorific, LegalBasis, Person } from './person.ts'
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
  /** Left out: the public task of an authority, and no known contact. */
  readonly ground?: GroundDraft
}

export type GroundDraft = {
  readonly legalBasis: LegalBasis
  readonly consentedOn: LocalDate | null
  readonly consentSource: string
  readonly lastContactOn: LocalDate | null
}

type PersonCode = 'family_name_missing' | 'email_malformed' | 'language_unknown' | GroundCode
type GroundCode = 'consent_day_missing' | 'consent_source_missing'

export type PersonProblem = PhoneProblem | { readonly code: PersonCode }

/**
 * Reads a draft.
 * @refuses family_name_missing, email_malformed, phone_malformed, phone_needs_its_country, language_unknown,
 * consent_day_missing, consent_source_missing
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
  const ground = decideGround(draft.ground)
  if (!ground.ok) return ground
  return ok({
    givenName: plainSpaces(draft.givenName),
    familyName,
    honorific: draft.honorific,
    originalScript: plainSpaces(draft.originalScript) || null,
    preferredLanguage: draft.preferredLanguage || null,
    email: email || null,
    phone: phone.value,
    ...ground.value,
  })
}

/** A day and a source of consent count on that ground alone: on another one, what was typed there says nothing. */
function decideGround(draft: GroundDraft | undefined): Outcome<Ground, { readonly code: GroundCode }> {
  if (!draft) return ok({ legalBasis: 'public_task', consentedOn: null, consentSource: null, lastContactOn: null })
  const { legalBasis, consentedOn, lastContactOn } = draft
  if (legalBasis !== 'consent') return ok({ legalBasis, consentedOn: null, consentSource: null, lastContactOn })
  const consentSource = plainSpaces(draft.consentSource)
  if (consentedOn === null) return refused({ code: 'consent_day_missing' })
  return consentSource === '' ? refused({ code: 'consent_source_missing' }) : ok({ legalBasis, consentedOn, consentSource, lastContactOn })
}
