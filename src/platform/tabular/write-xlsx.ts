import { decimalsOf } from '../pure/currency.ts'
import type { Instant } from '../pure/instant.ts'
import type { LocalDate } from '../pure/local-date.ts'
import type { Money } from '../pure/money.ts'
import { neutraliseFormula } from '../pure/spreadsheet-safety.ts'

export type SheetCell = string | number | bigint | null | Money | { readonly date: LocalDate }

export type WrittenSheet = { readonly name: string; readonly headers: readonly string[]; readonly rows: readonly (readonly SheetCell[])[] }

/** A workbook with real dates and amounts, bold headers that stay in view and can be filtered. Texts are never formulas. */
export async function writeXlsx(sheets: readonly WrittenSheet[], writtenAt: Instant): Promise<Buffer> {
  // Loaded by the first workbook written: its four hundred files would make every start wait.
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  workbook.created = new Date(writtenAt)
  workbook.modified = workbook.created
  for (const { name, headers, rows } of sheets) {
    const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.addRow([...headers]).font = { bold: true }
    for (const row of rows) {
      const written = sheet.addRow(row.map(cellValue))
      row.forEach((cell, index) => {
        const format = numberFormat(cell)
        if (format) written.getCell(index + 1).numFmt = format
      })
    }
    headers.forEach((header, index) => {
      sheet.getColumn(index + 1).width = Math.min(
        60,
        Math.max(header.length, ...rows.slice(0, 200).map((row) => shownLength(row[index]))) + 2,
      )
    })
    if (headers.length > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headers.length } }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function cellValue(cell: SheetCell): string | number | Date | null {
  if (cell === null || typeof cell === 'number') return cell
  // `_x0041_` would be read as the letter A: its underscore is written as an escape itself.
  if (typeof cell === 'string') return neutraliseFormula(cell).replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
  if (typeof cell === 'bigint') return Number.isSafeInteger(Number(cell)) ? Number(cell) : String(cell)
  if ('date' in cell) return new Date(`${cell.date}T00:00:00Z`)
  return Number(cell.cents) / 10 ** decimalsOf(cell.currency)
}

function numberFormat(cell: SheetCell): string | null {
  if (typeof cell !== 'object' || cell === null) return null
  if ('date' in cell) return 'dd/mm/yyyy'
  const decimals = decimalsOf(cell.currency)
  return `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`} "${cell.currency}"`
}

function shownLength(cell: SheetCell | undefined): number {
  if (typeof cell === 'object') return cell === null ? 0 : 14
  return String(cell ?? '').length
}

/** At most 31 characters, none of which means something in a reference. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || 'Escale'
  )
}
