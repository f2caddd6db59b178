import en from './duplicate-texts.en.ts'
import fr, { type DuplicateTexts } from './duplicate-texts.fr.ts'

export const duplicateTexts = { fr, en }

/** The sentence of a refused merge; whatever the database refuses under another name is a row that cannot name the other card. */
export function mergeProblem(
  { problems }: DuplicateTexts,
  codes: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  const sentence = (code: string) => problems[code as keyof typeof problems] ?? problems.still_named
  return codes && Object.fromEntries(Object.entries(codes).map(([field, code]) => [field, sentence(code)]))
}
