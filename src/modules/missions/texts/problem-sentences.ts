import type { MissionTexts } from '../texts.fr.ts'

/** Problems by field, codes turned into sentences: those of the part at hand, then the mission's, then something true. */
export function problemSentences(
  part: { readonly problems: Readonly<Record<string, string>> },
  mission: MissionTexts,
  problems: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  const sentences: Readonly<Record<string, string>> = { ...mission.problems, ...part.problems }
  return (
    problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, sentences[code] ?? mission.problems.unknown]))
  )
}
