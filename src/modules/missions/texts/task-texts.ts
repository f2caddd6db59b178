import type { MissionTexts } from '../texts.fr.ts'
import en from './task-texts.en.ts'
import fr, { type TaskTexts } from './task-texts.fr.ts'

export const taskTexts = { fr, en }
export type { TaskTexts }

/** Problems by field, codes turned into sentences: this catalogue's, then the mission's, then something true. */
export function taskProblems(
  texts: TaskTexts,
  mission: MissionTexts,
  problems: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  const sentences: Readonly<Record<string, string>> = { ...mission.problems, ...texts.problems }
  return (
    problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, sentences[code] ?? mission.problems.unknown]))
  )
}
