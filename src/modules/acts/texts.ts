import en from './texts.en.ts'
import fr, { type ActTexts, type ProblemCode } from './texts.fr.ts'

export const actTexts = { fr, en }

/** Problems by field, codes turned into sentences. */
export function problemTexts(texts: ActTexts, problems: Readonly<Record<string, string>> | undefined): Record<string, string> | undefined {
  return problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, problemText(texts, code)]))
}

/** The sentence of a refusal; a code without its own sentence still says something true. */
export function problemText(texts: ActTexts, code: string): string {
  return texts.problems[code as ProblemCode] ?? texts.problems.unknown
}
