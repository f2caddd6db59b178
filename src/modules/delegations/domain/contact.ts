import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { plainSpaces } from '#platform/pure/spaces.ts'
import type { MemberContact } from './member.ts'

/** Codes are the names of the constraints of delegations.member_contact. */
export type ContactProblem = { readonly code: 'email_is_one_address' | 'phone_is_international' }

/** Trims what was typed and writes the telephone in the international form. */
export function decideContact(typed: MemberContact): Outcome<MemberContact, ContactProblem> {
  const email = plainSpaces(typed.email ?? '') || null
  if (email !== null && !/^[^@\s]+@[^@\s]+$/.test(email)) return refused({ code: 'email_is_one_address' })
  const phone = readPhone(typed.phone ?? '')
  if (phone === undefined) return refused({ code: 'phone_is_international' })
  return ok({ email, phone, notes: typed.notes?.trim() || null })
}

/** Numbers of the overseas territories are dialled with a leading 0 too, but have country codes of their own (ARCEP): they must be given. */
const METROPOLITAN = /^0(?!262|263|590|594|596|639|69[0-7])(?=[1-9]\d{8}$)/

/**
 * A telephone number in the form of ITU-T E.164: « 04 91 00 00 00 » is read as French, « 0039… » as « +39… ».
 * Null when nothing was typed, undefined when it cannot be read.
 */
export function readPhone(typed: string): string | null | undefined {
  const digits = typed.replace(/\(0\)/g, '').replace(/[\s().\-–/\u00A0\u202F]+/gu, '')
  if (digits === '') return null
  const international = digits.replace(/^00/, '+').replace(METROPOLITAN, '+33')
  return /^\+\d{4,15}$/.test(international) ? international : undefined
}
