import { type NumberKind, formatNumber, formatSerial } from './number-formats.ts'
import type { TableLimits } from './table.ts'
import { decodeEscapes } from './workbook-parts.ts'
import { readXml } from './xml.ts'

export type SheetContext = { readonly strings: readonly string[]; readonly kinds: readonly NumberKind[]; readonly is1904: boolean }

/** A sheet has more than we read. */
export class SheetTooLarge extends Error {
  override readonly name = 'SheetTooLarge'
  readonly limit: 'rows' | 'columns' | 'cells'
  constructor(limit: 'rows' | 'columns' | 'cells') {
    super(`too many ${limit}`)
    this.limit = limit
  }
}

/**
 * The cells of one `xl/worksheets/*.xml`, as texts. A formula gives the result stored with it; nothing
 * is ever computed. A cell that only has a style is empty and takes no room.
 * @throws SheetTooLarge
 */
export function readSheet(xml: string, context: SheetContext, limits: TableLimits): string[][] {
  const lines: string[][] = []
  let row = -1
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let isReading = false
  let isPhonetic = false
  let cells = 0
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1
        column = -1
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r'])
        type = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? 0)
        value = ''
      } else if (name === 'rPh') isPhonetic = true
      else if (name === 'v' || (name === 't' && !isPhonetic)) isReading = true
    },
    text: (content) => {
      if (isReading) value += content
    },
    close: (name) => {
      if (name === 'v' || name === 't') isReading = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'c' && value !== '') {
        cells += 1
        if (cells > limits.cells) throw new SheetTooLarge('cells')
        place(lines, row, column, cellText(type, style, value, context), limits)
      }
    },
  })
  return Array.from(lines, (line) => Array.from(line ?? [], (cell) => cell ?? ''))
}

function place(lines: string[][], row: number, column: number, text: string, limits: TableLimits): void {
  // Titles above the headers are not counted as rows: a little slack, the exact limit is checked later.
  if (!(row >= 0 && row < limits.rows + 20)) throw new SheetTooLarge('rows')
  if (!(column >= 0 && column < limits.columns)) throw new SheetTooLarge('columns')
  const line = (lines[row] ??= [])
  line[column] = text
}

function cellText(type: string, style: number, value: string, { strings, kinds, is1904 }: SheetContext): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'str':
    case 'inlineStr':
      return decodeEscapes(value)
    case 'b':
      return value === '1' ? 'true' : 'false'
    case 'd':
      return value.replace('T', ' ')
    case 'n': {
      const kind = kinds[style] ?? 'number'
      return (kind === 'number' ? null : formatSerial(Number(value), kind, is1904)) ?? formatNumber(value)
    }
    default:
      // 'e': an error such as #N/A, shown as it is so that its cell can be mended.
      return value
  }
}

/** 'AB12' → 27. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference.replace(/[^A-Z]/gi, '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
