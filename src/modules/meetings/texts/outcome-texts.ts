import en from './outcome-texts.en.ts'
import fr, { type OutcomeTexts } from './outcome-texts.fr.ts'

export const outcomeTexts = { fr, en }
export type { OutcomeTexts }

/** Problems by field, codes turned into sentences; a code without its own sentence still says something true. */
export function outcomeProblems({ problems }: OutcomeTexts, by: Readonly<Record<string, string>> | undefined): Record<string, string> {
  const known: Readonly<Record<string, string>> = problems
  return Object.fromEntries(Object.entries(by ?? {}).map(([field, code]) => [field, known[code] ?? problems.unknown]))
}
