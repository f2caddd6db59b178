import type { Locale } from '#platform/pure/locale.ts'
import { type ImportTexts, importTexts } from './texts.ts'

/** A refusal of the readers or of the import engine, with the detail its sentence needs. */
type ImportRefusal = { readonly code: string; readonly line?: number; readonly limit?: string; readonly sheet?: string }

/** One text for a form's problem: the code, and after a colon the detail. */
export function importProblemCode({ code, line, limit, sheet }: ImportRefusal): string {
  const detail = line ?? limit ?? sheet
  return detail === undefined ? code : `${code}:${detail}`
}

/** The sentence of a problem every import may meet; null for a code that belongs to the module that imports. */
export function importProblemText(problem: string, locale: Locale): string | null {
  const [code = '', ...detail] = problem.split(':')
  const { problems } = importTexts[locale]
  return isKnown(problems, code) ? problems[code](detail.join(':')) : null
}

function isKnown(problems: ImportTexts['problems'], code: string): code is keyof ImportTexts['problems'] {
  return Object.hasOwn(problems, code)
}
