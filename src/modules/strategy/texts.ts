import en from './texts.en.ts'
import fr, { type StrategyTexts } from './texts.fr.ts'

export const strategyTexts = { fr, en }
export type { StrategyTexts }

/** Problems by field, codes turned into sentences; a code without its own sentence still says something true. */
export function problemTexts(
  texts: StrategyTexts,
  problems: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  const sentences = texts.problems as Readonly<Record<string, string>>
  return problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, sentences[code] ?? texts.problems.unknown]))
}
