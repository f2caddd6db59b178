import en from './texts.en.ts'
import fr, { type AgreementTexts } from './texts.fr.ts'

export const agreementTexts = { fr, en }
export type { AgreementTexts }

/** The sentence of a refusal; a code without its own sentence still says something true. */
export function problemText(texts: AgreementTexts, code: string): string {
  return (texts.problems as Readonly<Record<string, string>>)[code] ?? texts.problems.unknown
}

/** Problems by field, codes turned into sentences. */
export function problemTexts(
  texts: AgreementTexts,
  problems: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  return problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, problemText(texts, code)]))
}
