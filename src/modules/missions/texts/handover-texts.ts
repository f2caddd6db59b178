import type { MissionTexts } from '../texts.fr.ts'
import en from './handover-texts.en.ts'
import fr, { type HandoverTexts } from './handover-texts.fr.ts'

export const handoverTexts = { fr, en }
export type { HandoverTexts }

/** Problems by field, codes turned into sentences: this catalogue's, then the mission's, then something true. */
export function handoverProblems(
  texts: HandoverTexts,
  mission: MissionTexts,
  problems: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  const sentences: Readonly<Record<string, string>> = { ...mission.problems, ...texts.problems }
  return (
    problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, sentences[code] ?? mission.problems.unknown]))
  )
}
