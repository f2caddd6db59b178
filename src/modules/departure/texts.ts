import en from './texts.en.ts'
import fr, { type DepartureTexts } from './texts.fr.ts'

export const departureTexts = { fr, en }

/** The sentence of a refusal; a code without its own sentence still says something true. */
export function problemText(texts: DepartureTexts, code: string): string {
  const problems: Readonly<Record<string, string>> = texts.problems
  return problems[code] ?? texts.problems.unknown
}

/** Problems by field, codes turned into sentences. */
export function problemTexts(
  texts: DepartureTexts,
  problems: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  return problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, problemText(texts, code)]))
}
