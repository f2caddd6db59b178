import en from './texts.en.ts'
import fr, { type MissionTexts } from './texts.fr.ts'

export const missionTexts = { fr, en }

export type ProblemCode = keyof MissionTexts['problems']

/** The sentence of a refusal; a code without its own sentence still says something true. */
export function problemText(texts: MissionTexts, code: string): string {
  return texts.problems[code as ProblemCode] ?? texts.problems.unknown
}

/** Problems by field, codes turned into sentences. */
export function problemTexts(
  texts: MissionTexts,
  problems: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  return problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, problemText(texts, code)]))
}
