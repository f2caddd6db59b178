import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Tab,
  TabStopType,
  TextRun,
  WidthType,
  convertMillimetersToTwip,
} from 'docx'
import type { ActDocument, Block, InlineContent, KeyValue, Letterhead, SignatureBlock, Table as ActTable } from '../domain/document.ts'
import { cleanText } from './clean-text.ts'
import { docxStyles, DOCX_COLOURS } from './docx-styles.ts'
import { fixedZipDates } from './zip-dates.ts'

type DocxBlock = Paragraph | Table

const BULLETS = 'act-bullets'
/** Text width of an A4 page with our margins, in twentieths of a point. */
const TEXT_WIDTH_TWIPS = convertMillimetersToTwip(160)

/**
 * The act as an editable Word document (ECMA-376): real headings, lists and tables with header rows, its language, its title.
 * The same document always gives the same bytes.
 */
export async function renderDocx(document: ActDocument): Promise<Uint8Array> {
  const dated = `${document.metadata.dated}T00:00:00Z`
  const file = new Document({
    title: cleanText(document.title),
    subject: cleanText(document.metadata.subject),
    creator: cleanText(document.metadata.author),
    lastModifiedBy: cleanText(document.metadata.author),
    description: cleanText(document.metadata.subject),
    keywords: document.metadata.keywords.map(cleanText).join(', '),
    styles: docxStyles(document.language),
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '–',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 454, hanging: 227 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1247, right: 1417, bottom: 1474, left: 1417 } } },
        footers: { default: footer(document.metadata.runningReference) },
        children: document.blocks.flatMap(docxBlocks),
      },
    ],
  })
  const archive = await Packer.toBuffer(file, undefined, [{ path: 'docProps/core.xml', data: coreProperties(document, dated) }])
  return fixedZipDates(archive)
}

function docxBlocks(block: Block): DocxBlock[] {
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
      return [new Paragraph({ heading: HeadingLevel.HEADING_3, children: [run(block.label)] }), ...block.blocks.flatMap(docxBlocks)]
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

function run(words: string): TextRun {
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

function footer(reference: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'ActFooter',
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH_TWIPS }],
        children: [run(reference), new TextRun({ children: [new Tab(), PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  })
}

/** The library would write the time of the clock; the act has a date of its own. */
function coreProperties(document: ActDocument, dated: string): string {
  const { author, subject, keywords } = document.metadata
  const element = (name: string, words: string) => `<${name}>${escapeXml(cleanText(words))}</${name}>`
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${dated}</dcterms:${name}>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    element('dc:title', document.title),
    element('dc:subject', subject),
    element('dc:creator', author),
    element('cp:keywords', keywords.join(', ')),
    element('cp:lastModifiedBy', author),
    element('dc:language', document.language),
    date('created'),
    date('modified'),
    '</cp:coreProperties>',
  ].join('')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
