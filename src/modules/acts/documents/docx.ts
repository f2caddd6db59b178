import { AlignmentType, Document, Footer, LevelFormat, Packer, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { ActDocument } from '../domain/document.ts'
import { cleanText } from './clean-text.ts'
import { BULLETS, TEXT_WIDTH_TWIPS, docxBlocks, run } from './docx-blocks.ts'
import { docxStyles } from './docx-styles.ts'
import { fixedZipDates } from './zip-dates.ts'

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
        children: docxBlocks(document.blocks),
      },
    ],
  })
  const archive = await Packer.toBuffer(file, undefined, [{ path: 'docProps/core.xml', data: coreProperties(document, dated) }])
  return fixedZipDates(archive)
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
