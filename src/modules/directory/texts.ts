import type { DirectoryProblemCode } from './domain/problems.ts'
import en from './texts.en.ts'
import fr, { type DirectoryTexts } from './texts.fr.ts'

export const directoryTexts = { fr, en }

/** The sentence of a refusal; a code without its own sentence still says something true. */
export function problemText(texts: DirectoryTexts, code: string): string {
  return texts.problems[code as DirectoryProblemCode] ?? texts.problems.unknown
}

/** Problems by field, codes turned into sentences. */
export function problemTexts(
  texts: DirectoryTexts,
  problems: Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  return problems && Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, problemText(texts, code)]))
}
