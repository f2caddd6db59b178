import type { PrintedSeat, PrintedTable, SeatingSheet } from '../domain/seating-sheet.ts'
import { typstPrelude } from './typst-prelude.ts'
import { type Covers, type TypstSource, stringWriter } from './typst.ts'

/** Of the drawing, in millimetres: an A4 sheet has 160 × 249 of them inside its margins. */
const seatWidth = 46
const seatHeight = 17
const sheetWidth = 160
const tallestTable = 215

/** Writes a seating plan as Typst source: words are string literals, as in an act, and the tables are drawings beside them. */
export function seatingTypst(sheet: SeatingSheet, covers: Covers): TypstSource {
  const quote = stringWriter(covers)
  const { string } = quote
  const cell = (words: string) => `text(${string(words)})`
  const lines = [
    typstPrelude({
      title: string(sheet.title),
      author: string(sheet.author),
      subject: string(sheet.subject),
      keywords: [],
      language: sheet.language,
      dated: sheet.dated,
      runningReference: `text(${string(`${sheet.title} – ${sheet.lead}`)})`,
    }),
    '#set par(justify: false)',
    `#text(font: sans, size: 9.5pt, fill: quiet, ${string(sheet.author)})`,
    `#heading(level: 1, text(${string(sheet.title)}))`,
    `#text(size: 12pt, ${string(sheet.lead)})`,
    ...sheet.tables.map((table) => writeTable(table, string)),
    `#heading(level: 2, text(${string(sheet.listTitle)}))`,
    `#{ set text(font: sans, size: 9.5pt); table(columns: (1fr, auto, auto), inset: (x: 2mm, y: 1.4mm), stroke: (x: none, y: hairline), table.header(${sheet.columns
      .map((words) => `strong(${cell(words)})`)
      .join(', ')}), ${sheet.rows.flatMap((row) => row.map(cell)).join(', ')}) }`,
  ]
  return { source: `${lines.join('\n')}\n`, unprintable: quote.unprintable() }
}

function writeTable({ name, note, shape, rows, seats }: PrintedTable, string: (text: string) => string): string {
  const height = Math.min(tallestTable, Math.max(shape === 'round' ? 84 : 30, rows * (seatHeight + 3)))
  const across = sheetWidth - seatWidth
  const down = height - seatHeight
  const board =
    shape === 'round'
      ? `place(top + left, dx: 30mm, dy: ${height * 0.2}mm, ellipse(width: 100mm, height: ${height * 0.6}mm, stroke: hairline, fill: rgb("#f3efe6")))`
      : `place(top + left, dx: ${seatWidth + 6}mm, dy: 0mm, rect(width: ${sheetWidth - 2 * seatWidth - 12}mm, height: ${height}mm, stroke: hairline, fill: rgb("#f3efe6")))`
  const placed = seats.map((seat) => `place(top + left, dx: ${seat.x * across}mm, dy: ${seat.y * down}mm, ${writeSeat(seat, string)})`)
  return `#block(breakable: false, width: 100%, above: 8mm, {
    heading(level: 2, text(${string(name)}))
    text(font: sans, size: 9pt, fill: quiet, ${string(note)})
    v(3mm)
    block(width: ${sheetWidth}mm, height: ${height}mm, { pdf.artifact(${board}); ${placed.join('; ')} })
  })`
}

/** The name large enough to be read standing; a free place keeps its number. */
function writeSeat({ place, name, notes }: PrintedSeat, string: (text: string) => string): string {
  const stroke = name === '' ? '(paint: rgb("#9aa5af"), thickness: 0.5pt, dash: "dashed")' : '0.5pt + rgb("#55606b")'
  const about = notes.map((note) => `linebreak(); text(size: 7pt, fill: quiet, ${string(note)})`).join('; ')
  return `block(width: ${seatWidth}mm, height: ${seatHeight}mm, inset: (x: 2mm, y: 1.6mm), radius: 1mm, stroke: ${stroke}, fill: white, clip: true, {
    set text(font: sans, size: 9pt, hyphenate: false)
    set par(leading: 0.4em)
    text(fill: quiet, ${string(String(place))}); h(1.5mm); text(weight: 600, ${string(name)}); ${about}
  })`
}
