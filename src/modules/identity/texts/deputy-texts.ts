import en from './deputy-texts.en.ts'
import fr, { type DeputyTexts } from './deputy-texts.fr.ts'

export const deputyTexts = { fr, en }

/** Problems by field, codes turned into sentences. */
export function deputyProblems({ problems }: DeputyTexts, by: Readonly<Record<string, string>>): Record<string, string> {
  const known: Readonly<Record<string, string>> = problems
  return Object.fromEntries(Object.entries(by).map(([field, code]) => [field, known[code] ?? problems.unknown]))
}
