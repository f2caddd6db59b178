import { formText } from '../pure/form-text.ts'
import { type Outcome, ok, refused } from '../pure/outcome.ts'
import { readPastedTable, readTable } from './read-table.ts'
import type { Table, TableProblem } from './table.ts'

/** Which of the two fields is at fault, and why. */
export type SourceProblem = { readonly field: 'file' | 'pasted'; readonly problem: TableProblem | { readonly code: 'table_missing' } }

/** The table someone gives: a file, or else what was pasted. The sheet is named when the workbook has several. */
export async function readSource(
  form: FormData,
  pastedName: string,
): Promise<Outcome<{ table: Table; sourceName: string }, SourceProblem>> {
  const file = form.get('file')
  const pasted = formText(form, 'pasted')
  const isFile = file instanceof File && file.size > 0
  if (!isFile && pasted.trim() === '') return refused({ field: 'file', problem: { code: 'table_missing' } })
  const table = isFile ? readTable(new Uint8Array(await file.arrayBuffer())) : readPastedTable(pasted)
  if (!table.ok) return refused({ field: isFile ? 'file' : 'pasted', problem: table.problem })
  const sheet = table.value.sheets.length > 1 && table.value.sheet ? ` · ${table.value.sheet}` : ''
  return ok({ table: table.value, sourceName: `${isFile ? file.name : pastedName}${sheet}` })
}
