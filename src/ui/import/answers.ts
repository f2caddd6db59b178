import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { readCellFieldName } from './cell-field-name.ts'
import { columnFieldName, readColumnFieldName } from './column-field-name.ts'

/** What a form sent, by the names of its fields. */
type Answers = Readonly<Record<string, string | readonly string[]>>

/**
 * What each column of a file means, from the second step: column of the import → index in the file.
 * The same meaning given twice is refused on the second column.
 */
export function readMapping(answers: Answers): Outcome<Readonly<Record<string, number>>, Readonly<Record<string, 'column_used_twice'>>> {
  const mapping: Record<string, number> = {}
  for (const [index, column] of meaningsIn(answers)) {
    if (Object.hasOwn(mapping, column)) return refused({ [columnFieldName(index)]: 'column_used_twice' })
    mapping[column] = index
  }
  return ok(mapping)
}

/** In the order of the file, without the columns that mean nothing. */
function meaningsIn(answers: Answers): (readonly [index: number, column: string])[] {
  const meanings = Object.entries(answers).flatMap(([name, column]) => {
    const index = readColumnFieldName(name)
    return index !== null && typeof column === 'string' && column !== '' ? [[index, column] as const] : []
  })
  return meanings.toSorted(([a], [b]) => a - b)
}

/** The cells mended in the third step: line of the file, column of the import, new text. */
export function readMendedCells(answers: Answers): { line: number; column: string; text: string }[] {
  return Object.entries(answers).flatMap(([name, text]) => {
    const cell = readCellFieldName(name)
    return cell && typeof text === 'string' ? [{ line: cell.row, column: cell.field, text }] : []
  })
}
