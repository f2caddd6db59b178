import type { MissionTexts } from '../texts.fr.ts'
import en from './message-texts.en.ts'
import fr, { type MessageTexts } from './message-texts.fr.ts'

export const messageTexts = { fr, en }
export type { MessageTexts }

/** Problems by field, codes turned into sentences: this catalogue's, then the mission's, then something true. */
export function messageProblems(
  texts: MessageTexts,
  mission: MissionTexts,
  problems: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  const sentences: Readonly<Record<string, string>> = { ...mission.problems, ...texts.problems }
  return (
    problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, sentences[code] ?? mission.problems.unknown]))
  )
}
