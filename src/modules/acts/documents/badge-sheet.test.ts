import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, expect, it } from 'vitest'
import { valueOf } from '#platform/pure/outcome.ts'
import type { BadgeSheet, PrintedBadge } from '../domain/badge-sheet.ts'
import { HOSTILE_TEXTS } from './corpus.fixture.ts'
import { closePdfPool, renderPdf } from './pdf.ts'

const badge = (givenName: string): PrintedBadge => ({
  givenName,
  familyName: 'Arnal',
  organisation: 'Port de Rochebrune',
  partner: 'Ville de Rochebrune',
  mission: 'Miami',
  qrLabel: `Code du badge de ${givenName}`,
  qrSize: 2,
  qrDark: '1001',
})
const sheetOf = (badges: readonly PrintedBadge[]): BadgeSheet => ({
  kind: 'badges',
  language: 'fr',
  title: 'Badges',
  author: 'Ville de Rochebrune',
  dated: '2027-03-05',
  badges,
})
afterAll(() => closePdfPool())

it('prints eight badges a page, tagged, with the same bytes each time', async () => {
  const sheet = sheetOf(Array.from({ length: 9 }, (_, index) => badge(`Ana ${index}`)))
  const { pdf, pageCount } = valueOf(await renderPdf(sheet))
  const again = valueOf(await renderPdf(sheet)).pdf
  const open = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise
  const structure = JSON.stringify(await (await open.getPage(1)).getStructTree())
  await open.loadingTask.destroy()

  expect(pageCount).toBe(2)
  expect(Buffer.from(again).equals(Buffer.from(pdf))).toBe(true)
  expect(structure.match(/"role":"Figure"/g)).toHaveLength(8)
  expect(structure).toContain('Code du badge de Ana 0')
})

it.each(HOSTILE_TEXTS.map((words) => [words]))('prints a hostile name as it is: %s', async (words) => {
  expect(await renderPdf(sheetOf([{ ...badge(words), organisation: words, qrLabel: words || 'Code' }]))).toMatchObject({
    ok: true,
    value: { pageCount: 1 },
  })
})
