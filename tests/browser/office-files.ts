import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { unzipEntry } from '#modules/acts/documents/unzip.fixture.ts'

/** The bytes a click on a link downloads, and the name proposed for them. */
export async function download(page: Page, link: Locator): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

/** What a screen reader and a citizen get from a PDF. Its text is without any space, for a line may break anywhere. */
export async function readPdf(bytes: Uint8Array): Promise<{ readonly text: string; readonly isTagged: boolean; readonly tables: number }> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const texts: string[] = []
  let tables = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    texts.push(...items.map((item) => ('str' in item ? item.str : '')))
    tables += JSON.stringify(await page.getStructTree()).split('"role":"Table"').length - 1
  }
  const marks: unknown = await pdf.getMarkInfo()
  await pdf.loadingTask.destroy()
  return { text: withoutSpaces(texts.join('')), isTagged: marks instanceof Map && marks.get('Marked') === true, tables }
}

/** The words of a DOCX, likewise without any space. */
export function readDocx(bytes: Uint8Array): string {
  return withoutSpaces(unzipEntry(bytes, 'word/document.xml').replaceAll(/<[^>]+>/g, ''))
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/[\s\u200B]+/gu, '')
}
