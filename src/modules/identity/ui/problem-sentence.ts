import type { FieldProblems } from '#platform/web.ts'
import type { IdentityTexts } from '../texts.fr.ts'

type ProblemCode = keyof IdentityTexts['problems']

/** The sentence of a problem code; of `otherwise` when the code is none of ours, as one in an address may be. */
export function sentenceOf(texts: IdentityTexts, code: string, otherwise: ProblemCode): string {
  const [name = '', figure] = code.split(':')
  const sentence = Object.hasOwn(texts.problems, name) ? texts.problems[name as ProblemCode] : texts.problems[otherwise]
  return typeof sentence === 'function' ? sentence(Number(figure ?? 1)) : sentence
}

export function sentencesOf(texts: IdentityTexts, problems: FieldProblems, otherwise: ProblemCode): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, sentenceOf(texts, code, otherwise)]))
}
