import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { FieldProblems } from '#platform/web.ts'
import { readCellFieldName } from '#ui/import/cell-field-name.ts'
import { columnFieldName } from '#ui/import/column-field-name.ts'

type FormTexts = Readonly<Record<string, string | readonly string[]>>

/** What each column of a file means, from the second step of an import. The same meaning given twice is said on the second column. */
export function readMapping(values: FormTexts): Outcome<Readonly<Record<string, number>>, FieldProblems> {
  const mapping: Record<string, number> = {}
  for (let index = 0; columnFieldName(index) in values; index += 1) {
    const column = values[columnFieldName(index)]
    if (typeof column !== 'string' || column === '') continue
    if (Object.hasOwn(mapping, column)) return refused({ [columnFieldName(index)]: 'column_used_twice' })
    mapping[column] = index
  }
  return ok(mapping)
}

/** The cells mended in the third step. */
export function readCorrections(values: FormTexts): { row: number; field: string; text: string }[] {
  return Object.entries(values).flatMap(([name, text]) => {
    const cell = readCellFieldName(name)
    return cell && typeof text === 'string' ? [{ row: cell.row, field: cell.field, text }] : []
  })
}
