import { NotFound } from '../actor.ts'
import { describeDelivery } from '../files/delivery.ts'
import type { Instant } from '../pure/instant.ts'
import { foldAccents } from '../pure/text.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

/** The name of the sheet, and what is in it. */
export type NamedTable = {
  readonly name: string
  readonly headers: readonly string[]
  readonly rows: ReadonlyArray<readonly (string | null)[]>
}

/**
 * Tables as a file to save: a workbook holds them all, a CSV the first. Texts a spreadsheet would compute are shielded.
 * @throws NotFound for a format other than csv or xlsx
 */
export async function writeListFile(
  tables: readonly [NamedTable, ...NamedTable[]],
  title: string,
  format: string,
  now: Instant,
): Promise<Response> {
  const { bytes, mediaType } = await write(tables, format, now)
  return deliverBytes(bytes, { title, extension: format, mediaType })
}

/** Bytes made for one reader, to be saved under the words of a title and kept nowhere on the way. */
export function deliverBytes(
  bytes: Uint8Array<ArrayBuffer>,
  { title, extension, mediaType }: { readonly title: string; readonly extension: string; readonly mediaType: string },
): Response {
  const headers = describeDelivery({ name: `${fileTitle(title)}.${extension}`, mediaType, sizeBytes: bytes.byteLength })
  return new Response(bytes, { headers: { ...headers, 'cache-control': 'private, no-store' } })
}

async function write(tables: readonly [NamedTable, ...NamedTable[]], format: string, now: Instant) {
  if (format === 'xlsx') {
    const bytes = new Uint8Array(await writeXlsx(tables, now))
    return { bytes, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
  }
  if (format !== 'csv') throw new NotFound('no such format')
  const bytes = new TextEncoder().encode(writeCsv(tables[0].headers, tables[0].rows, { hasByteOrderMark: true }))
  return { bytes, mediaType: 'text/csv;charset=utf-8' }
}

/** « Délégation Gênes (2017) » → 'delegation-genes-2017'. */
function fileTitle(title: string): string {
  const words = foldAccents(title).match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, 80) || 'liste'
}
