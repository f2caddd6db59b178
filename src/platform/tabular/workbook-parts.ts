import { type NumberKind, builtinKind, kindOfFormat } from './number-formats.ts'
import { readXml } from './xml.ts'

export type SheetReference = { readonly name: string; readonly relation: string; readonly isHidden: boolean }

/** `xl/workbook.xml`: its sheets in order, and where its calendar begins. */
export function readWorkbookPart(xml: string): { sheets: SheetReference[]; is1904: boolean } {
  const sheets: SheetReference[] = []
  let is1904 = false
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true'
      if (name !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      sheets.push({ name: attributes['name'] ?? '', relation, isHidden: (attributes['state'] ?? 'visible') !== 'visible' })
    },
  })
  return { sheets, is1904 }
}

/** `xl/_rels/workbook.xml.rels`: relation → path of the part inside the archive. */
export function readRelations(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  readXml(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const target = attributes['Target'] ?? ''
      targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : new URL(target, 'zip:/xl/').pathname.slice(1))
    },
  })
  return targets
}

/** `xl/sharedStrings.xml`: texts that cells point to. Pieces of different fonts are joined; readings of East Asian words (rPh) are left out. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = []
  let current = ''
  let isReading = false
  let isPhonetic = false
  readXml(xml, {
    open: (name) => {
      if (name === 'si') current = ''
      else if (name === 'rPh') isPhonetic = true
      else if (name === 't') isReading = !isPhonetic
    },
    text: (content) => {
      if (isReading) current += content
    },
    close: (name) => {
      if (name === 't') isReading = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'si') strings.push(decodeEscapes(current))
    },
  })
  return strings
}

/** `xl/styles.xml`: for each cell style, what its number format makes of a number. */
export function readStyles(xml: string): NumberKind[] {
  const formats = new Map<number, NumberKind>()
  const kinds: NumberKind[] = []
  let isInCellStyles = false
  readXml(xml, {
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId'])
      if (name === 'numFmt') formats.set(id, kindOfFormat(attributes['formatCode'] ?? ''))
      else if (name === 'cellXfs') isInCellStyles = true
      else if (name === 'xf' && isInCellStyles) kinds.push(formats.get(id) ?? builtinKind(id))
    },
    close: (name) => {
      if (name === 'cellXfs') isInCellStyles = false
    },
  })
  return kinds
}

/** `_x000D_` is how a workbook writes a carriage return (ST_Xstring, ECMA-376 part 1 §22.9.2.19). */
export function decodeEscapes(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))) : text
}
