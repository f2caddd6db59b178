import type { Locale } from '#platform/pure/locale.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { decodeText } from '#platform/tabular/decode-text.ts'
import { type SourceProblem, readSource } from '#platform/tabular/read-source.ts'
import { type Table, tableLimits, tooLarge } from '#platform/tabular/table.ts'
import { type FileKind, organisationColumns, personColumns } from '../domain/card-columns.ts'
import { type VcardProblem, isVcardText, readVcards } from '../domain/vcard-reading.ts'
import { cardFileTexts } from '../texts/card-file-texts.ts'

export type CardSourceProblem =
  | SourceProblem
  | { readonly field: 'file'; readonly problem: VcardProblem | { readonly code: 'vcard_has_none' } }

/** `isReady`: its columns need no naming. */
export type CardSource = { readonly table: Table; readonly sourceName: string; readonly isReady: boolean }

/** The table someone gives: a file of lines, what was pasted, or vCards turned into the lines they would be. */
export async function readCardSource(form: FormData, kind: FileKind, locale: Locale): Promise<Outcome<CardSource, CardSourceProblem>> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return readLines(form, locale)
  if (file.size > tableLimits.bytes) return refused({ field: 'file', problem: tooLarge('bytes', tableLimits).problem })
  const text = decodeText(Buffer.from(await file.arrayBuffer()))
  if (text === null || !isVcardText(text)) return readLines(form, locale)
  const cards = readVcards(text)
  if (!cards.ok) return refused({ field: 'file', problem: cards.problem })
  const lines = cards.value[kind] as readonly Partial<Record<string, string>>[]
  if (lines.length === 0) return refused({ field: 'file', problem: { code: 'vcard_has_none' } })
  if (lines.length > tableLimits.rows) return refused({ field: 'file', problem: tooLarge('rows', tableLimits).problem })
  const columns: readonly string[] = kind === 'person' ? personColumns : organisationColumns
  const labels: Readonly<Record<string, string>> = cardFileTexts.fr.columns[kind]
  // What no card of the file says is not shown as a column, save the country a new organisation may need.
  const said = columns.filter((column) => column === 'country' || lines.some((line) => (line[column] ?? '') !== ''))
  const rows = lines.map((line) => said.map((column) => (line[column] ?? '').slice(0, tableLimits.cellCharacters)))
  return ok({
    table: { headers: said.map((column) => labels[column] ?? column), rows, firstLine: 1, sheet: null, sheets: [] },
    sourceName: file.name,
    isReady: true,
  })
}

async function readLines(form: FormData, locale: Locale): Promise<Outcome<CardSource, CardSourceProblem>> {
  const source = await readSource(form, cardFileTexts[locale].imports.pastedName)
  return source.ok ? ok({ ...source.value, isReady: false }) : source
}
