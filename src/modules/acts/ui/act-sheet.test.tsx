import { describe, expect, test } from 'vitest'
import { attributes, htmlOf, wordsOf } from '#ui/html-of.tsx'
import { composeDeliberation } from '../domain/compose-deliberation.ts'
import { composeReport } from '../domain/compose-report.ts'
import type { ActDocument, Block, InlineContent } from '../domain/document.ts'
import { NEW_ACT } from '../domain/lifecycle.ts'
import { toPlainText } from '../domain/plain-text.ts'
import { RATIFICATION_2017 } from '../domain/ratification-2017.fixture.ts'
import { defaultTemplates } from '../domain/templates.ts'
import { ActSheet } from './act-sheet.tsx'

const templates = defaultTemplates('department')
const report = composeReport(RATIFICATION_2017, templates, 'fr')
const deliberation = composeDeliberation(RATIFICATION_2017, templates, 'fr', {
  number: null,
  convenedOn: null,
  secretary: null,
  life: NEW_ACT,
})
const links = { actId: 'the-act', missionTitles: { genoa: 'Mission à Gênes', miami: 'Mission à Miami', milan: 'Mission à Milan' } }
const sheetOf = (document: ActDocument) => htmlOf(<ActSheet document={document} links={links} />)

/** Every figure of a document, wherever it stands. */
function figuresOf(blocks: readonly Block[]): string[] {
  const inline = (content: InlineContent) => content.flatMap((piece) => (piece.kind === 'figure' ? [piece.text] : []))
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'recital':
        return inline(block.content)
      case 'bullets':
        return block.items.flatMap(inline)
      case 'article':
        return figuresOf(block.blocks)
      case 'table':
        return [...inline(block.caption), ...block.rows.flatMap(({ cells }) => cells.flatMap(inline))]
      case 'key-values':
        return block.entries.flatMap(({ value }) => inline(value))
      default:
        return []
    }
  })
}

/** Words and figures alone: plain text shows the structure with signs of its own, and a page with tags. */
const bareWords = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []

describe('an act on its sheet', () => {
  test.each([
    ['the report', report],
    ['the deliberation', deliberation],
  ])('%s: every figure is a link, and nothing else is', (_name, document) => {
    const html = sheetOf(document)

    expect([...html.matchAll(/<a [^>]*>(.*?)</g)].map(([, words]) => words)).toEqual(figuresOf(document.blocks))
  })

  test('a figure leads to the lines or people behind it', () => {
    const addresses = new Set(attributes(sheetOf(report), 'href'))

    expect(addresses).toContain('/missions/miami/depenses?categorie=lodging#lignes')
    expect(addresses).toContain('/missions/miami/depenses#lignes')
    expect(addresses).toContain('/missions/miami/delegation')
    expect(addresses).toContain('/missions/miami')
    expect(addresses).toContain('/actes/the-act#missions')
  })

  test.each([
    ['the report', report],
    ['the deliberation', deliberation],
  ])('%s: says every word of the document, in its order, and no other', (_name, document) => {
    // What a figure adds for someone who goes from link to link is not of the act.
    const shown = sheetOf(document).replaceAll(/<span[^>]*> — [^<]*<\/span>/g, '')

    expect(bareWords(wordsOf(shown))).toEqual([...bareWords(toPlainText(document)), ...bareWords(document.metadata.runningReference)])
  })

  test('keeps its own language and its headings below that of the page', () => {
    const html = sheetOf(composeReport(RATIFICATION_2017, templates, 'en'))

    expect(html).toContain('<article')
    expect(attributes(html, 'lang')[0]).toBe('en')
    expect(html).not.toContain('<h1')
    expect([...html.matchAll(/<h2/g)]).toHaveLength(1)
  })

  test('a text people typed is never markup', () => {
    const hostile = { ...RATIFICATION_2017, object: { fr: '<script>alert(1)</script> & "quotes"' } }

    const html = sheetOf(composeReport(hostile, templates, 'fr'))

    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;script&gt;')
  })

  test('shows what is missing as a gap', () => {
    const html = sheetOf(composeReport({ ...RATIFICATION_2017, reference: null }, templates, 'fr'))

    expect(html).toMatch(/<em[^>]*>\[à compléter/)
  })
})
