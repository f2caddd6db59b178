import en from './event-texts.en.ts'
import fr, { type EventTexts } from './event-texts.fr.ts'

export const eventTexts = { fr, en }
export type { EventTexts }

/** The sentence of a refusal; a code without its own sentence still says something true. */
export function problemText(texts: EventTexts, code: string): string {
  const problems: Readonly<Record<string, string>> = texts.problems
  return problems[code] ?? texts.problems.unknown
}

/** Problems by field, codes turned into sentences. */
export function problemTexts(texts: EventTexts, problems: Readonly<Record<string, string>> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(problems ?? {}).map(([field, code]) => [field, problemText(texts, code)]))
}
