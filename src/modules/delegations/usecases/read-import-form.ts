import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Mapping } from '#platform/tabular/import.ts'
import { readPastedTable, readTable } from '#platform/tabular/read-table.ts'
import type { Table } from '#platform/tabular/table.ts'
import type { FieldProblems } from '#platform/web.ts'
import { columnFieldName } from '#ui/import/column-field-name.ts'
import { readCellFieldName } from '#ui/import/cell-field-name.ts'
import { importProblemCode } from '#ui/import/problem-words.ts'
import type { Correction } from './hold-import.ts'

type FormTexts = Readonly<Record<string, string | readonly string[]>>

/** The table of the first step: a file, or else what was pasted; a refusal stands on the field it came from. */
export async function readSource(
  form: FormData,
  pastedName: string,
): Promise<Outcome<{ table: Table; sourceName: string }, FieldProblems>> {
  const file = form.get('file')
  const pasted = String(form.get('pasted') ?? '')
  const isFile = file instanceof File && file.size > 0
  if (!isFile && pasted.trim() === '') return refused({ file: 'table_missing' })
  const table = isFile ? readTable(new Uint8Array(await file.arrayBuffer())) : readPastedTable(pasted)
  if (!table.ok) return refused({ [isFile ? 'file' : 'pasted']: importProblemCode(table.problem) })
  const sheet = table.value.sheets.length > 1 && table.value.sheet ? ` · ${table.value.sheet}` : ''
  return ok({ table: table.value, sourceName: `${isFile ? file.name : pastedName}${sheet}` })
}

/** What each column of the file means, from the second step. The same meaning given twice is said on the second column. */
export function readMapping(values: FormTexts): Outcome<Mapping, FieldProblems> {
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
export function readCorrections(values: FormTexts): Correction[] {
  return Object.entries(values).flatMap(([name, text]) => {
    const cell = readCellFieldName(name)
    return cell && typeof text === 'string' ? [{ row: cell.row, field: cell.field, text }] : []
  })
}
