import en from './desk-texts.en.ts'
import fr, { type DeskTexts } from './desk-texts.fr.ts'

export const deskTexts = { fr, en }
export type { DeskTexts }

/** The sentence of a refusal; a code without its own sentence still says something true. */
export function deskProblem({ problems }: DeskTexts, code: string): string {
  return (problems as Readonly<Record<string, string>>)[code] ?? problems.unknown
}
