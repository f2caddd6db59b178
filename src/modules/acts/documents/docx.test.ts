import { unzipEntry } from './unzip.fixture.ts'
import { describe, expect, it } from 'vitest'
import { composeReport } from '../domain/compose-report.ts'
import { RATIFICATION_2017 } from '../domain/ratification-2017.fixture.ts'
import { defaultTemplates } from '../domain/templates.ts'
import { cleanText } from './clean-text.ts'
import { HOSTILE_TEXTS, documentSaying } from './corpus.fixture.ts'
import { renderDocx } from './docx.ts'

const report = composeReport(RATIFICATION_2017, defaultTemplates('department'), 'fr')
const main = 'word/document.xml'
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** The words of a part, entities resolved. */
const wordsOf = (xml: string) =>
  xml
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

describe('the DOCX of an act', () => {
  it('has real headings, lists and tables whose header row repeats', async () => {
    const xml = unzipEntry(await renderDocx(report), main)

    expect(['Heading1', 'Heading2', 'Heading3'].map((style) => count(xml, new RegExp(`w:pStyle w:val="${style}"`, 'g')))).toEqual([1, 8, 4])
    expect(count(xml, /<w:tbl>/g)).toBe(4)
    expect(count(xml, /<w:tblHeader\/>/g)).toBe(4)
    expect(count(xml, /<w:numId /g)).toBeGreaterThan(10)
    expect(wordsOf(xml)).toContain('139\u202F108,94\u00A0€')
  })

  it('names its language, its title and its author, and no clock', async () => {
    const bytes = await renderDocx(report)

    expect(unzipEntry(bytes, 'word/styles.xml')).toContain('<w:lang w:val="fr-FR"/>')
    expect(unzipEntry(bytes, 'docProps/core.xml')).toContain(`<dc:title>${report.title}</dc:title>`)
    expect(unzipEntry(bytes, 'docProps/core.xml')).toContain('2019-02-08T00:00:00Z</dcterms:modified>')
  })

  it('has the same bytes each time, whatever was printed before', async () => {
    const first = await renderDocx(report)
    await renderDocx(documentSaying('autre'))
    await new Promise((resolve) => setTimeout(resolve, 2100))

    expect(Buffer.from(await renderDocx(structuredClone(report))).equals(Buffer.from(first))).toBe(true)
  })

  it('prints hostile texts as they were typed', async () => {
    for (const text of HOSTILE_TEXTS) {
      const xml = unzipEntry(await renderDocx(documentSaying(text)), main)

      expect(wordsOf(xml)).toContain(cleanText(text))
      expect(xml).not.toContain('<script>')
    }
  })

  it('keeps the language of words that were never translated', async () => {
    expect(unzipEntry(await renderDocx(documentSaying('olá')), main)).toContain('<w:lang w:val="pt-BR"/>')
  })

  it('stays readable whatever is typed', async () => {
    const xml = unzipEntry(await renderDocx(documentSaying('\u0000\uD800 \uFFFE\u202E厦门 👩‍👧')), main)

    // oxlint-disable-next-line no-control-regex -- XML 1.0 forbids these very characters
    expect(xml).not.toMatch(/[\u0000-\u0008\uFFFE\uFFFF]/u)
    expect(xml).toContain('厦门')
  })
})
