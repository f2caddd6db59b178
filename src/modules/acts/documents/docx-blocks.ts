import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  PageBreak,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  convertMillimetersToTwip,
} from 'docx'
import type { Block, InlineContent, KeyValue, Letterhead, SignatureBlock, Table as ActTable } from '../domain/document.ts'
import { cleanText } from './clean-text.ts'
import { DOCX_COLOURS } from './docx-styles.ts'
import { staysWithNext } from './page-turns.ts'

export const BULLETS = 'act-bullets'

/** Text width of an A4 page with our margins, in twentieths of a point. */
export const TEXT_WIDTH_TWIPS = convertMillimetersToTwip(160)

/** The paragraphs and tables of Word that say some blocks; `docx-styles.ts` has their looks. */
export function docxBlocks(blocks: readonly Block[]): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) => docxBlock(block, staysWithNext(block, blocks[index + 1])))
}

function docxBlock(block: Block, keepNext: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'letterhead':
      return letterhead(block)
    case 'heading':
      return [
        new Paragraph({
          heading: [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][block.level - 1],
          children: runs(block.content),
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({
          style: { body: 'ActBody', lead: 'ActLead', decision: 'ActDecision', note: 'ActNote' }[block.role],
          ...(keepNext ? { keepNext } : {}),
          children: runs(block.content),
        }),
      ]
    case 'recital':
      return [new Paragraph({ style: 'ActRecital', children: runs(block.content) })]
    case 'bullets':
      return block.items.map(
        (item) => new Paragraph({ style: 'ActBullet', numbering: { reference: BULLETS, level: 0 }, children: runs(item) }),
      )
    case 'article':
      return [new Paragraph({ heading: HeadingLevel.HEADING_3, children: [run(block.label)] }), ...docxBlocks(block.blocks)]
    case 'table':
      return [
        new Paragraph({ style: 'Caption', keepNext: true, children: runs(block.caption) }),
        table(block),
        new Paragraph({ style: 'ActNote', children: [] }),
      ]
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })]
    case 'signature':
      return signature(block)
    case 'key-values':
      return block.entries.map(keyValue)
  }
}

function runs(content: InlineContent): TextRun[] {
  return content.map((inline) => {
    const language = inline.kind === 'figure' ? undefined : inline.language
    return new TextRun({
      text: cleanText(inline.text),
      bold: inline.kind === 'emphasis' ? true : undefined,
      ...(language === undefined ? {} : { language: { value: language } }),
    })
  })
}

export function run(words: string): TextRun {
  return new TextRun({ text: cleanText(words) })
}

function letterhead(block: Letterhead): Paragraph[] {
  const reference =
    block.reference === null
      ? []
      : [new Paragraph({ style: 'ActReference', children: [run(`${block.reference.key} `), ...runs(block.reference.value)] })]
  return [
    ...reference,
    ...block.overline.map((line) => new Paragraph({ style: 'ActOverline', children: [run(line)] })),
    new Paragraph({ style: 'ActAuthority', children: [run(block.authority)] }),
    ...block.directorates.map((line) => new Paragraph({ style: 'ActNote', children: [run(line)] })),
    new Paragraph({ style: 'ActRule', border: { bottom: { style: BorderStyle.SINGLE, size: 10, color: DOCX_COLOURS.sea } }, children: [] }),
  ]
}

function keyValue({ key, value }: KeyValue): Paragraph {
  return new Paragraph({
    style: 'ActKeyValue',
    children: [
      new TextRun({ text: cleanText(key), color: DOCX_COLOURS.quiet, font: 'Calibri', size: 18 }),
      new TextRun({ children: [new Tab()] }),
      ...runs(value),
    ],
  })
}

function table(block: ActTable): Table {
  const total = block.columns.reduce((sum, column) => sum + column.share, 0)
  const widths = block.columns.map((column) => Math.floor((TEXT_WIDTH_TWIPS * column.share) / total))
  const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color })
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const cell = (children: TextRun[], column: number, style: string) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      children: [
        new Paragraph({ style, alignment: block.columns[column]?.align === 'end' ? AlignmentType.RIGHT : AlignmentType.LEFT, children }),
      ],
    })
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map((column, index) => cell([run(column.header)], index, 'ActTableHeader')),
  })
  const rows = block.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.cells.map((content, index) => cell(runs(content), index, row.role === 'total' ? 'ActTableTotal' : 'ActTableCell')),
      }),
  )
  return new Table({
    width: { size: TEXT_WIDTH_TWIPS, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: line(8, DOCX_COLOURS.sea),
      bottom: line(8, DOCX_COLOURS.sea),
      insideHorizontal: line(4, DOCX_COLOURS.hairline),
      left: none,
      right: none,
      insideVertical: none,
    },
    rows: [header, ...rows],
  })
}

function signature(block: SignatureBlock): Paragraph[] {
  const lines = [block.placeAndDate ?? '', block.capacity].filter((line) => line !== '')
  const space = (index: number) => ({ before: index === 0 ? 560 : 120 })
  return [
    ...lines.map((line, index) => new Paragraph({ style: 'ActSignature', keepNext: true, spacing: space(index), children: [run(line)] })),
    new Paragraph({
      style: 'ActSignature',
      spacing: { before: 900 },
      children: [new TextRun({ text: cleanText(block.name), bold: true })],
    }),
  ]
}
