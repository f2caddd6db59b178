import type { Locale } from '#platform/pure/locale.ts'
import type { PreviewRow } from '#ui/import/preview-step.tsx'
import { importProblemText } from '#ui/import/problem-words.ts'
import { budgetTexts, problemText } from '../texts.ts'
import type { LineOutcome } from '../usecases/show-import.ts'

/** Codes turned into sentences. A problem with a column the file does not have is told on the row, for want of a cell. */
export function previewRow({ line, effect, texts, problems, looksRecordedTwice }: LineOutcome, locale: Locale): PreviewRow {
  const words = budgetTexts[locale]
  const sentence = (code: string) => importProblemText(code, locale) ?? problemText(words, code)
  const homeless = Object.entries(problems).filter(([column]) => texts[column] === undefined)
  const notes = [...homeless.map(([, code]) => sentence(code)), ...(looksRecordedTwice ? [words.warnings.looks_recorded_twice] : [])]
  return {
    number: line,
    effect,
    ...(notes.length > 0 && { note: notes.join(' · ') }),
    cells: Object.fromEntries(
      Object.entries(texts).map(([column, text]) => {
        const code = problems[column]
        return [column, { text: text ?? '', ...(code !== undefined && { problem: sentence(code) }) }]
      }),
    ),
  }
}
