import en from './texts.en.ts'
import fr, { type VisitTexts } from './texts.fr.ts'

export const visitTexts = { fr, en }
export type { VisitTexts }

/** The sentence of a refusal; a code without its own sentence still says something true. */
export function problemText(texts: VisitTexts, code: string): string {
  return (texts.problems as Readonly<Record<string, string>>)[code] ?? texts.problems.unknown
}

/** Problems by field, codes turned into sentences. */
export function visitProblems(
  texts: VisitTexts,
  problems: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  return problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, problemText(texts, code)]))
}
