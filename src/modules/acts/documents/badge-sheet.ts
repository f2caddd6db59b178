import type { BadgeSheet, PrintedBadge } from '../domain/badge-sheet.ts'
import { type Covers, stringWriter } from './typst.ts'

/** Eight badges of 95 × 65 mm on an A4 sheet; the marks between them say where to cut. */
const perPage = 8

/** Writes a sheet of badges as Typst source: words are string literals, as in an act, and the codes are drawings. */
export function badgeTypst(sheet: BadgeSheet, covers: Covers): { readonly source: string; readonly unprintable: readonly string[] } {
  const quote = stringWriter(covers)
  const [year = 1970, month = 1, day = 1] = sheet.dated.split('-').map(Number)
  const pages = Array.from({ length: Math.ceil(sheet.badges.length / perPage) }, (_, index) =>
    sheet.badges.slice(index * perPage, (index + 1) * perPage),
  )
  const lines = [
    `#set document(title: ${quote.string(sheet.title)}, author: ${quote.string(sheet.author)}, date: datetime(year: ${year}, month: ${month}, day: ${day}))`,
    `#set page(paper: "a4", margin: (x: 10mm, y: 18.5mm), background: context { ${cutMarks()} })`,
    `#set text(font: ("Source Sans 3", "Source Serif 4"), size: 9pt, fill: rgb("#16202b"), lang: "${sheet.language}", fallback: false, hyphenate: false)`,
    '#set par(justify: false, leading: 0.45em, spacing: 0.5em)',
    '#set heading(numbering: none)',
    '#show heading: it => block(below: 2.5mm, text(font: ("Source Serif 4", "Source Sans 3"), size: 19pt, weight: 600, it.body))',
    ...pages.map(
      (badges, index) =>
        `${index > 0 ? '#pagebreak()\n' : ''}#grid(columns: (95mm, 95mm), rows: 65mm, ${badges.map((badge) => writeBadge(badge, quote.string)).join(', ')})`,
    ),
  ]
  return { source: `${lines.join('\n')}\n`, unprintable: quote.unprintable() }
}

function writeBadge(badge: PrintedBadge, string: (text: string) => string): string {
  const image = `image(bytes(${JSON.stringify(svgOf(badge))}), format: "svg", width: 21mm, alt: ${string(badge.qrLabel)})`
  const partner = badge.partner === '' ? '' : `text(size: 9pt, fill: rgb("#55606b"), ${string(badge.partner)}); parbreak();`
  return `block(width: 95mm, height: 65mm, inset: 7mm, {
    text(size: 8.5pt, fill: rgb("#17496b"), weight: 600, ${string(badge.mission)})
    v(2mm)
    heading(level: 1, ${string(`${badge.givenName} ${badge.familyName}`)})
    place(bottom + left, block(width: 56mm, { text(size: 11pt, weight: 600, ${string(badge.organisation)}); parbreak(); ${partner} }))
    place(bottom + right, ${image})
  })`
}

function svgOf({ qrSize, qrDark }: PrintedBadge): string {
  const path = Array.from(qrDark)
    .flatMap((module, at) => (module === '1' ? [`M${at % qrSize} ${Math.floor(at / qrSize)}h1v1h-1z`] : []))
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${qrSize} ${qrSize}" shape-rendering="crispEdges"><path d="${path}" fill="#000"/></svg>`
}

/** Short strokes in the margins, in line with each edge to cut. */
function cutMarks(): string {
  const stroke = 'stroke: 0.4pt + rgb("#55606b")'
  const vertical = [10, 105, 200].flatMap((x) => [
    `place(top + left, dx: ${x}mm, dy: 8mm, line(length: 6mm, angle: 90deg, ${stroke}));`,
    `place(top + left, dx: ${x}mm, dy: 283mm, line(length: 6mm, angle: 90deg, ${stroke}));`,
  ])
  const horizontal = [18.5, 83.5, 148.5, 213.5, 278.5].flatMap((y) => [
    `place(top + left, dx: 2mm, dy: ${y}mm, line(length: 6mm, ${stroke}));`,
    `place(top + left, dx: 202mm, dy: ${y}mm, line(length: 6mm, ${stroke}));`,
  ])
  return [...vertical, ...horizontal].join(' ')
}
