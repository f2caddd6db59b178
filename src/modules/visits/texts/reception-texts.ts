import type { VisitTexts } from '../texts.fr.ts'
import en from './reception-texts.en.ts'
import fr, { type ReceptionTexts } from './reception-texts.fr.ts'

export const receptionTexts = { fr, en }
export type { ReceptionTexts }

/** Problems by field, codes turned into sentences: those of the part of the page, this catalogue's, then the module's, then something true. */
export function receptionProblems(
  texts: ReceptionTexts,
  visits: VisitTexts,
  problems: Readonly<Record<string, string>> | undefined,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> | undefined {
  const sentences: Readonly<Record<string, string>> = { ...visits.problems, ...texts.problems, ...more }
  return problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, sentences[code] ?? texts.problems.unknown]))
}
