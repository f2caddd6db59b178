import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { parsePhone } from '#platform/pure/phone.ts'
import { plainSpaces } from '#platform/pure/spaces.ts'
import { type Category, type Words, categories } from './application.ts'

/** A question of the form beyond who the person is. */
export type Question = { readonly name: QuestionName; readonly isRequired: boolean; readonly isLong: boolean }

export const questionNames = [
  'mandate',
  'department',
  'activity',
  'expects',
  'field',
  'discipline',
  'outlet',
  'pressCard',
  'workingLanguages',
  'motivation',
] as const
export type QuestionName = (typeof questionNames)[number]

const line = (name: QuestionName, isRequired = false): Question => ({ name, isRequired, isLong: false })
const long = (name: QuestionName, isRequired = false): Question => ({ name, isRequired, isLong: true })

/** The section each category adds to the form. */
const sections: Readonly<Record<Category, readonly Question[]>> = {
  elected: [line('mandate', true)],
  staff: [line('department')],
  guest: [],
  company: [line('activity', true), long('expects')],
  academic: [line('field', true)],
  cultural: [line('discipline', true)],
  press: [line('outlet', true), line('pressCard')],
  interpreter: [line('workingLanguages', true)],
}

export function questionsOf(category: Category): readonly Question[] {
  return sections[category]
}

/** Those who travel in the name of an organisation other than the sender: they say which. */
export function namesItsOrganisation(category: Category): boolean {
  return category === 'company' || category === 'academic' || category === 'cultural' || category === 'press'
}

export const longest = { name: 100, capacity: 300, represents: 200, email: 200, phone: 40, line: 200, long: 2000 } as const

export type FormProblem = {
  readonly fields: Readonly<Record<string, 'required' | 'too_long' | 'email_is_one_address' | 'phone_is_international'>>
}

/** The name of a question's field in the form: categories may share a question, fields may not share a name. */
export function fieldName(category: Category, name: QuestionName): string {
  return `${category}.${name}`
}

const address = /^[^@\s]+@[^@\s]+\.[^@\s.]+$/

/**
 * Tidies what was typed. A draft keeps whatever is there and only refuses what could not be kept; what is sent answers every question
 * of its category. Answers to the questions of other categories are forgotten.
 * @refuses required, too_long, email_is_one_address, phone_is_international, by the name of the field
 */
export function decideWords(typed: Words, isSent: boolean): Outcome<Words, FormProblem> {
  const problems: Record<string, FormProblem['fields'][string]> = {}
  const text = (field: string, value: string, most: number, isRequired: boolean): string => {
    const tidied = most === longest.long ? value.trim() : plainSpaces(value)
    if (tidied.length > most) problems[field] = 'too_long'
    else if (isSent && isRequired && tidied === '') problems[field] = 'required'
    return tidied
  }
  const { category } = typed
  // In the order of the form, which is that in which its problems are told.
  const person = {
    language: typed.language,
    category,
    givenName: text('givenName', typed.givenName, longest.name, true),
    familyName: text('familyName', typed.familyName, longest.name, true),
    capacity: text('capacity', typed.capacity, longest.capacity, true),
    email: text('email', typed.email, longest.email, true).toLowerCase(),
    phone: text('phone', typed.phone, longest.phone, false),
  }
  if (person.email !== '' && !address.test(person.email)) problems.email ??= 'email_is_one_address'
  const phone = person.phone === '' ? '' : phoneNumber(person.phone)
  if (phone === null) problems.phone ??= 'phone_is_international'
  if (isSent && category === null) problems.category = 'required'
  const words: Words = {
    ...person,
    phone: phone ?? '',
    represents: text('represents', typed.represents, longest.represents, category !== null && namesItsOrganisation(category)),
    answers: category === null ? {} : answersTo(category, typed.answers, text),
  }
  return Object.keys(problems).length > 0 ? refused({ fields: problems }) : ok(words)
}

function answersTo(
  category: Category,
  given: Words['answers'],
  text: (field: string, value: string, most: number, isRequired: boolean) => string,
): Words['answers'] {
  const asked: readonly Question[] = [...questionsOf(category), long('motivation')]
  const answers = asked.map(({ name, isRequired, isLong }) => {
    const field = name === 'motivation' ? name : fieldName(category, name)
    return [name, text(field, given[name] ?? '', isLong ? longest.long : longest.line, isRequired)] as const
  })
  return Object.fromEntries(answers.filter(([, answer]) => answer !== ''))
}

function phoneNumber(typed: string): string | null {
  const parsed = parsePhone(typed)
  return parsed.ok ? parsed.value : null
}

export function isCategory(text: unknown): text is Category {
  return categories.some((category) => category === text)
}
