import en from './survey-texts.en.ts'
import fr, { type SurveyTexts } from './survey-texts.fr.ts'

export const surveyTexts = { fr, en }
export type { SurveyTexts }

/** Problems by field, codes turned into sentences; a code without its own sentence still says something true. */
export function surveyProblems({ problems }: SurveyTexts, by: Readonly<Record<string, string>> | undefined): Record<string, string> {
  const known: Readonly<Record<string, string>> = problems
  return Object.fromEntries(Object.entries(by ?? {}).map(([field, code]) => [field, known[code] ?? problems.unknown]))
}
