import { type Outcome, ok, refused } from './outcome.ts'

export type PhoneProblem = { readonly code: 'phone_malformed' | 'phone_needs_its_country'; readonly text: string }

/** Numbers dialled with a leading 0 from an overseas territory of the French plan belong to its own country code (ARCEP, plan de numérotation). */
const OVERSEAS: readonly (readonly [RegExp, string])[] = [
  [/^0(?:262|263|639|69[23])\d{6}$/, '+262'],
  [/^0(?:590|69[01])\d{6}$/, '+590'],
  [/^0(?:594|694)\d{6}$/, '+594'],
  [/^0(?:596|69[67])\d{6}$/, '+596'],
]

/**
 * Reads a telephone number as people write it and keeps the form of ITU-T E.164, '+33491130000'. Only a French number may
 * leave its country out: '04 91 13 00 00'. « (0) » between the country and the number is the habit of not dialling it.
 */
export function parsePhone(text: string): Outcome<string, PhoneProblem> {
  const digits = text
    .replace(/\(0\)/g, '')
    .replace(/[\s\u00A0\u202F().\-–/]/g, '')
    .replace(/^00/, '+')
  if (/^\+\d{6,15}$/.test(digits)) return ok(digits)
  if (/^0[1-9]\d{8}$/.test(digits)) return ok(`${OVERSEAS.find(([shape]) => shape.test(digits))?.[1] ?? '+33'}${digits.slice(1)}`)
  return refused({ code: /^\d{4,15}$/.test(digits) ? 'phone_needs_its_country' : 'phone_malformed', text })
}

/** Grouped for reading, with unbreakable spaces, for numbers of metropolitan France: « +33 4 91 13 00 00 »; others as they are. */
export function formatPhone(phone: string): string {
  return (
    /^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/
      .exec(phone)
      ?.slice(1)
      .reduce((words, group) => `${words}\u00A0${group}`, '+33') ?? phone
  )
}
