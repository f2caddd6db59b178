import type { Mapping } from '#platform/tabular/import.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { FieldProblems } from '#platform/web.ts'
import { readCellFieldName } from '#ui/import/cell-field-name.ts'
import { columnFieldName } from '#ui/import/column-field-name.ts'
import type { MendedCell } from '../usecases/mend-import.ts'

type Answers = Readonly<Record<string, string | readonly string[]>>

/** What each of the file's columns was said to be; a meaning given twice is refused on the later column. */
export function mappingIn(answers: Answers, columnCount: number): Outcome<Mapping, { readonly fields: FieldProblems }> {
  const meanings = Array.from({ length: columnCount }, (_, index) => answers[columnFieldName(index)])
  const chosen = [...meanings.entries()].filter((entry): entry is [number, string] => typeof entry[1] === 'string' && entry[1] !== '')
  const twice = chosen.find(([index, meaning]) => meanings.indexOf(meaning) < index)
  if (twice) return refused({ fields: { [columnFieldName(twice[0])]: 'column_used_twice' } })
  return ok(Object.fromEntries(chosen.map(([index, meaning]) => [meaning, index])))
}

/** The cells that were mended in the preview. */
export function mendedCellsIn(answers: Answers): MendedCell[] {
  return Object.entries(answers).flatMap(([name, text]) => {
    const cell = readCellFieldName(name)
    return cell && typeof text === 'string' ? [{ line: cell.row, column: cell.field, text }] : []
  })
}
