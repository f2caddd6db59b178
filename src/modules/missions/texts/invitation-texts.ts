import type { MissionTexts } from '../texts.fr.ts'
import en from './invitation-texts.en.ts'
import fr, { type InvitationTexts } from './invitation-texts.fr.ts'

export const invitationTexts = { fr, en }
export type { InvitationTexts }

/** Problems by field, codes turned into sentences: this catalogue's, then the mission's, then something true. */
export function invitationProblems(
  texts: InvitationTexts,
  mission: MissionTexts,
  problems: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  const sentences: Readonly<Record<string, string>> = { ...mission.problems, ...texts.problems }
  return (
    problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, sentences[code] ?? mission.problems.unknown]))
  )
}
