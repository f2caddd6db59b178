import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, expect, it } from 'vitest'
import { valueOf } from '#platform/pure/outcome.ts'
import type { WallBox, WallDay, WallSheet } from '../domain/wall-sheet.ts'
import { HOSTILE_TEXTS } from './corpus.fixture.ts'
import { closePdfPool, renderPdf } from './pdf.ts'
import { pagesOf } from './wall-sheet.ts'

const box = (title: string): WallBox => ({
  fromMinute: 540,
  toMinute: 600,
  lane: 0,
  laneSpan: 1,
  time: '9 h – 10 h',
  title,
  place: 'Salle des Pins',
  mark: '',
  state: 'confirmed',
})
const day = (heading: string, laneCount = 1): WallDay => ({
  heading,
  zone: 'Heures locales : heure de Montréal et Toronto',
  laneCount,
  boxes: [box(heading)],
})
const sheetOf = (days: readonly WallDay[]): WallSheet => ({
  kind: 'wall',
  language: 'fr',
  title: 'Programme',
  author: 'Ville de Rochebrune',
  dated: '2027-03-05',
  release: 'Version 7',
  runningReference: 'Version 7 du programme – Rochebrune',
  fromHour: 8,
  toHour: 19,
  hours: Array.from({ length: 12 }, (_, index) => `${8 + index} h`),
  days,
})
afterAll(() => closePdfPool())

it('says the number of its release twice on every page, the same bytes each time', async () => {
  const sheet = sheetOf(['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'].map((name) => day(name)))
  const { pdf, pageCount } = valueOf(await renderPdf(sheet))
  const again = valueOf(await renderPdf(sheet)).pdf

  expect(pageCount).toBe(2)
  expect(Buffer.from(again).equals(Buffer.from(pdf))).toBe(true)
  for (const words of await wordsOf(pdf)) expect(words.match(/Version 7/g)).toHaveLength(2)
})

it('is read aloud day after day: a heading for each, then what happens, and no line of hours', async () => {
  const { pdf } = valueOf(await renderPdf(sheetOf([day('lundi'), day('mardi')])))
  const open = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise
  const structure = JSON.stringify(await (await open.getPage(1)).getStructTree())
  await open.loadingTask.destroy()

  expect(structure.match(/"role":"H2"/g)).toHaveLength(2)
})

it('keeps days whole, and no more of them side by side than one reads from across the room', () => {
  const pages = pagesOf([day('a'), day('b', 3), day('c', 2), day('d', 5), day('e')])

  expect(pages.map((days) => days.map(({ heading }) => heading))).toEqual([['a', 'b'], ['c'], ['d'], ['e']])
})

it('of nothing is still a sheet', async () => {
  expect(await renderPdf(sheetOf([]))).toMatchObject({ ok: true, value: { pageCount: 1 } })
})

it.each(HOSTILE_TEXTS.map((words) => [words]))('prints hostile words as they are: %s', async (words) => {
  const hostile = { ...day(words), zone: words, boxes: [{ ...box(words), time: words, place: words, mark: words }] }

  expect(await renderPdf({ ...sheetOf([hostile]), title: words, release: words, runningReference: words })).toMatchObject({ ok: true })
})

async function wordsOf(pdf: Uint8Array): Promise<string[]> {
  const open = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise
  const pages = []
  for (let number = 1; number <= open.numPages; number += 1) {
    const { items } = await (await open.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await open.loadingTask.destroy()
  return pages
}
