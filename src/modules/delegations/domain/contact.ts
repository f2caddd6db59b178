import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { parsePhone } from '#platform/pure/phone.ts'
import { plainSpaces } from '#platform/pure/spaces.ts'
import type { MemberContact } from './member.ts'

/** Codes are the names of the constraints of delegations.member_contact. */
export type ContactProblem = { readonly code: 'email_is_one_address' | 'phone_is_international' }

/** Trims what was typed and writes the telephone in the international form. */
export function decideContact(typed: MemberContact): Outcome<MemberContact, ContactProblem> {
  const email = plainSpaces(typed.email ?? '') || null
  if (email !== null && !/^[^@\s]+@[^@\s]+$/.test(email)) return refused({ code: 'email_is_one_address' })
  const phone = readPhone(typed.phone ?? '')
  if (!phone.ok) return phone
  return ok({ email, phone: phone.value, notes: typed.notes?.trim() || null })
}

/** A telephone number in the international form; null when nothing was typed. */
export function readPhone(typed: string): Outcome<string | null, { readonly code: 'phone_is_international' }> {
  if (plainSpaces(typed) === '') return ok(null)
  const phone = parsePhone(typed)
  return phone.ok ? phone : refused({ code: 'phone_is_international' })
}
