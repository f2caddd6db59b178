import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, expect, it } from 'vitest'
import { valueOf } from '#platform/pure/outcome.ts'
import type { SeatingSheet } from '../domain/seating-sheet.ts'
import { HOSTILE_TEXTS } from './corpus.fixture.ts'
import { closePdfPool, renderPdf } from './pdf.ts'

const sheetOf = (name: string): SeatingSheet => ({
  kind: 'seating',
  language: 'fr',
  title: name || 'Déjeuner',
  author: 'Ville de Rochebrune',
  subject: 'Plan de table',
  lead: name,
  dated: '2027-03-05',
  tables: (['round', 'long'] as const).map((shape) => ({
    name: name || 'Table',
    note: '2 places',
    shape,
    rows: 4,
    seats: [
      { place: 1, x: 0, y: 0, name, notes: [name] },
      { place: 2, x: 1, y: 1, name: '', notes: [] },
    ],
  })),
  listTitle: 'Qui est où',
  columns: ['Invité', 'Table', 'Place'],
  rows: [[name, 'Table', '1']],
})
afterAll(() => closePdfPool())

it('prints the tables with their seats in order, then the list as a table, with the same bytes each time', async () => {
  const { pdf } = valueOf(await renderPdf(sheetOf('Livia Esempio')))
  const again = valueOf(await renderPdf(sheetOf('Livia Esempio'))).pdf
  const open = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise
  const pages = await Promise.all(Array.from({ length: open.numPages }, (_, index) => open.getPage(index + 1)))
  const structure = JSON.stringify(await Promise.all(pages.map((page) => page.getStructTree())))
  const words = (await Promise.all(pages.map((page) => page.getTextContent())))
    .flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
    .join(' ')
  await open.loadingTask.destroy()

  expect(Buffer.from(again).equals(Buffer.from(pdf))).toBe(true)
  expect(structure).toContain('"role":"Table"')
  expect(structure.match(/"role":"H2"/g)).toHaveLength(3)
  expect(words).toMatch(/Livia.*Qui est où.*Livia/s)
})

it.each(HOSTILE_TEXTS.map((words) => [words]))('prints a hostile name as it is: %s', async (words) => {
  expect(await renderPdf(sheetOf(words))).toMatchObject({ ok: true })
})
