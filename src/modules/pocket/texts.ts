import en from './texts.en.ts'
import fr, { type PocketTexts } from './texts.fr.ts'

export const pocketTexts = { fr, en }

/** The sentence of a refusal; a code without its own sentence still says something true. */
export function problemText(texts: PocketTexts, code: string): string {
  const problems: Readonly<Record<string, string>> = texts.problems
  return problems[code] ?? texts.problems.unknown
}

/** Problems by field, codes turned into sentences. */
export function problemTexts(
  texts: PocketTexts,
  problems: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  return problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, problemText(texts, code)]))
}
