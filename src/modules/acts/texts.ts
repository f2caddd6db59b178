import en from './texts.en.ts'
import fr, { type ActTexts, type ProblemCode } from './texts.fr.ts'

export const actTexts = { fr, en }

/** Problems by field, codes turned into sentences. */
export function problemTexts(texts: ActTexts, problems: Readonly<Record<string, string>> | undefined): Record<string, string> | undefined {
  return problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, problemText(texts, code)]))
}

/** The same, naming the fields that were left empty: a list of « À remplir » would not say which. */
export function namedProblemTexts(
  texts: ActTexts,
  problems: Readonly<Record<string, string>> | undefined,
  labels: Readonly<Record<string, string>>,
): Record<string, string> | undefined {
  const sentence = (field: string, code: string) =>
    code === 'required' && labels[field] !== undefined ? texts.fieldRequired(labels[field]) : problemText(texts, code)
  return problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, sentence(field, code)]))
}

/** The sentence of a refusal; a code without its own sentence still says something true. */
export function problemText(texts: ActTexts, code: string): string {
  return texts.problems[code as ProblemCode] ?? texts.problems.unknown
}
