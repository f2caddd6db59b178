import type { MissionTexts } from '../texts.fr.ts'
import en from './workstream-texts.en.ts'
import fr, { type WorkstreamTexts } from './workstream-texts.fr.ts'

export const workstreamTexts = { fr, en }
export type { WorkstreamTexts }

/** Problems by field, codes turned into sentences: this catalogue's, then the mission's, then something true. */
export function workstreamProblems(
  texts: WorkstreamTexts,
  mission: MissionTexts,
  problems: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  const sentences: Readonly<Record<string, string>> = { ...mission.problems, ...texts.problems }
  return (
    problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, sentences[code] ?? mission.problems.unknown]))
  )
}
