import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { valueOf } from '#platform/pure/outcome.ts'
import { composeReport } from '../domain/compose-report.ts'
import { RATIFICATION_2017 } from '../domain/ratification-2017.fixture.ts'
import { defaultTemplates } from '../domain/templates.ts'
import { cleanText } from './clean-text.ts'
import { HOSTILE_TEXTS, documentSaying } from './corpus.fixture.ts'
import { closePdfPool, renderPdf } from './pdf.ts'

const report = composeReport(RATIFICATION_2017, defaultTemplates('department'), 'fr')

type Node = { readonly role?: string; readonly children?: readonly Node[] }

async function roles(pdf: PDFDocumentProxy): Promise<string[]> {
  const found: string[] = []
  const visit = (node: Node) => {
    if (node.role !== undefined) found.push(node.role)
    for (const child of node.children ?? []) visit(child)
  }
  for (let page = 1; page <= pdf.numPages; page += 1) visit((await (await pdf.getPage(page)).getStructTree()) as Node)
  return found
}

async function textOf(pdf: PDFDocumentProxy): Promise<string> {
  const pages: string[] = []
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  return pages.join('')
}

const open = (bytes: Uint8Array) => getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
const tight = (text: string) => text.replace(/[\s\u200B]+/gu, '')

describe('the PDF of an act', () => {
  let bytes: Uint8Array
  let pdf: PDFDocumentProxy

  beforeAll(async () => {
    bytes = valueOf(await renderPdf(report)).pdf
    pdf = await open(bytes)
  })

  afterAll(async () => {
    await pdf.loadingTask.destroy()
    await closePdfPool()
  })

  it('is tagged, with its language, its title and the mark of PDF/UA-1', async () => {
    const { info, metadata } = await pdf.getMetadata()

    expect((await pdf.getMarkInfo()) as unknown).toEqual(
      new Map([
        ['Marked', true],
        ['UserProperties', false],
        ['Suspects', false],
      ]),
    )
    expect(info).toMatchObject({ Language: 'fr', Author: 'Conseil départemental des Bouches-du-Rhône' })
    expect(metadata.get('dc:title')).toBe(report.title)
    expect(metadata.get('pdfuaid:part')).toBe('1')
  })

  it('has one first heading, the headings of its sections, and tables with header cells', async () => {
    const found = await roles(pdf)
    const count = (role: string) => found.filter((any) => any === role).length

    expect([count('H1'), count('H2'), count('H3')]).toEqual([1, 8, 4])
    expect(count('Table')).toBe(4)
    expect(count('TH')).toBe(5 + 3 * 4)
    expect(count('Caption')).toBe(4)
    expect(count('L')).toBeGreaterThan(4)
  })

  it('says every word of the document', async () => {
    const said = tight(await textOf(pdf))

    for (const words of ['139 108,94 €', 'vingt membres, dont six conseillers départementaux', 'ÉCHANTILLON Morgan', '1/3']) {
      expect(said).toContain(tight(words))
    }
  })

  it('has the same bytes each time', async () => {
    expect(Buffer.from(valueOf(await renderPdf(structuredClone(report))).pdf).equals(Buffer.from(bytes))).toBe(true)
  })

  it('embeds its fonts, so that it looks the same everywhere', () => {
    const raw = Buffer.from(bytes).toString('latin1')

    expect(raw).toMatch(/SourceSerif4/)
    expect(raw).toMatch(/SourceSans3/)
    expect(raw).not.toMatch(/\/BaseFont \/(?:Helvetica|Times|DejaVu)/)
  })
})

describe('a hostile text', () => {
  it.each(HOSTILE_TEXTS)('%j is printed as it was typed', async (text) => {
    const printed = await open(valueOf(await renderPdf(documentSaying(text))).pdf)

    expect(tight(await textOf(printed))).toContain(tight(cleanText(text)))
    await printed.loadingTask.destroy()
  })

  it('of any alphabet never stops the printing', async () => {
    for (const text of ['厦门市 مرحبا שלום हिन्दी', '👩‍👩‍👧‍👦 🇫🇷', '\u202Egnp.exe', 'x'.repeat(5000), '\u0000\uD800\uFFFF', '']) {
      expect(valueOf(await renderPdf(documentSaying(text))).pageCount).toBeGreaterThan(0)
    }
  })

  it('too long is refused before it reaches a worker', async () => {
    expect(await renderPdf(documentSaying('mot '.repeat(20_000)))).toMatchObject({
      ok: false,
      problem: { code: 'document_too_long', allowed: 800_000 },
    })
  })

  it('that takes too long loses its worker, and the next document is printed', async () => {
    const slow = documentSaying('x'.repeat(20_000))

    expect(await renderPdf(slow, 200)).toEqual({ ok: false, problem: { code: 'pdf_timed_out', limitMs: 200 } })
    expect(valueOf(await renderPdf(report)).pageCount).toBe(3)
    await closePdfPool()
  })
})
