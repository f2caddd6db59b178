import en from './texts.en.ts'
import fr, { type BudgetTexts, type ProblemCode } from './texts.fr.ts'

export const budgetTexts = { fr, en }

/** Problems by field, codes turned into sentences. */
export function problemTexts(
  texts: BudgetTexts,
  problems: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  return problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, problemText(texts, code)]))
}

/** The sentence of a refusal; a code of the platform without its own sentence still says something true. */
export function problemText(texts: BudgetTexts, code: string): string {
  return texts.problems[code as ProblemCode] ?? texts.problems.unknown
}
