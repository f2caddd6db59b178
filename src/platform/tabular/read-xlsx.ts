import { ok, type Outcome, refused } from '../pure/outcome.ts'
import { type SheetContext, SheetTooLarge, readSheet } from './read-sheet.ts'
import { type Grid, type TableLimits, type TableProblem, tooLarge } from './table.ts'
import { type SheetReference, readRelations, readSharedStrings, readStyles, readWorkbookPart } from './workbook-parts.ts'
import { UnreadableXml } from './xml.ts'
import { UnreadableZip, type Zip, ZipTooLarge, openZip } from './zip.ts'

/**
 * Reads one sheet of an Excel workbook (ECMA-376, .xlsx and .xlsm): the named one, else the first visible
 * sheet that holds something. Our own reader, because files come from strangers: the usual library unrolls
 * every cell of a named range or a validation rule, so that a 6 kB workbook can hold a process for hours.
 * @refuses workbook_unreadable, sheet_not_found, table_too_large
 */
export function readXlsx(bytes: Buffer, limits: TableLimits, wantedSheet?: string): Outcome<Grid, TableProblem> {
  try {
    return readWorkbook(openZip(bytes, limits.inflatedBytes), limits, wantedSheet)
  } catch (error) {
    if (error instanceof ZipTooLarge) return tooLarge('inflatedBytes', limits)
    if (error instanceof SheetTooLarge) return tooLarge(error.limit, limits)
    if (error instanceof UnreadableZip || error instanceof UnreadableXml) return refused({ code: 'workbook_unreadable' })
    throw error
  }
}

function readWorkbook(zip: Zip, limits: TableLimits, wantedSheet: string | undefined): Outcome<Grid, TableProblem> {
  const part = (name: string) => zip.read(name)?.toString('utf8')
  const workbookXml = part('xl/workbook.xml')
  const relationsXml = part('xl/_rels/workbook.xml.rels')
  if (workbookXml === undefined || relationsXml === undefined) return refused({ code: 'workbook_unreadable' })
  const { sheets, is1904 } = readWorkbookPart(workbookXml)
  const relations = readRelations(relationsXml)
  const context: SheetContext = {
    strings: readSharedStrings(part('xl/sharedStrings.xml') ?? ''),
    kinds: readStyles(part('xl/styles.xml') ?? ''),
    is1904,
  }
  const read = (sheet: SheetReference) => readSheet(part(relations.get(sheet.relation) ?? '') ?? '', context, limits)

  const visible = sheets.filter((sheet) => !sheet.isHidden)
  const names = visible.map((sheet) => sheet.name)
  const candidates = wantedSheet === undefined ? visible : visible.filter((sheet) => sheet.name === wantedSheet)
  const first = candidates[0]
  if (!first)
    return wantedSheet === undefined
      ? refused({ code: 'table_empty' })
      : refused({ code: 'sheet_not_found', sheet: wantedSheet, sheets: names })
  for (const sheet of candidates) {
    const lines = read(sheet)
    if (lines.length > 0) return ok({ lines, sheet: sheet.name, sheets: names })
  }
  return ok({ lines: [], sheet: first.name, sheets: names })
}
