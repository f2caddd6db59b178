import type { FieldProblems } from '#platform/web.ts'
import en from './texts.en.ts'
import fr, { type RegistrationTexts } from './texts.fr.ts'

export const registrationTexts = { fr, en }
export type { RegistrationTexts }

/** The same for the applicant's form, where what is missing is named: several fields may be, and the summary lists them together. */
export function sayFormProblems(texts: RegistrationTexts, problems: FieldProblems | undefined): Record<string, string> | undefined {
  const { form, questions } = texts
  const labels: Readonly<Record<string, string>> = {
    givenName: form.givenName,
    familyName: form.familyName,
    capacity: form.capacity,
    category: form.category,
    represents: form.represents,
    email: form.email,
    ...questions,
  }
  const said = sayProblems(texts, problems)
  for (const [field, code] of Object.entries(problems ?? {})) {
    const label = labels[field.split('.').at(-1) ?? '']
    if (said && code === 'required' && label !== undefined) said[field] = form.missing(label)
  }
  return said
}

/** Codes turned into sentences, field by field; an unforeseen one says something true. */
export function sayProblems(texts: RegistrationTexts, problems: FieldProblems | undefined): Record<string, string> | undefined {
  const sentences: Readonly<Record<string, string>> = texts.problems
  return problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, sentences[code] ?? texts.problems.unknown]))
}
