import en from './texts.en.ts'
import fr, { type RelationTexts } from './texts.fr.ts'

export const relationTexts = { fr, en }

/** Problems by field, codes turned into sentences; a code without its own sentence still says something true. */
export function problemTexts(
  { problems }: RelationTexts,
  codes: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  const sentence = (code: string) => problems[code as keyof typeof problems] ?? problems.unknown
  return codes && Object.fromEntries(Object.entries(codes).map(([field, code]) => [field, sentence(code)]))
}
