import type { WallBox, WallDay, WallSheet } from '../domain/wall-sheet.ts'
import { type Covers, named, stringWriter } from './typst.ts'

/** A3 on its side, in millimetres: what is left for the columns once the hours have theirs. */
const page = { width: 396, hoursWidth: 20, headHeight: 19, gridHeight: 224 }

/** More columns than this side by side, and they are no longer read from across the room. */
const LANES_A_PAGE = 4

/** With fewer hours than these on a page, boxes would be taller than their words need. */
const LEAST_HOURS = 9

/** From the largest to the smallest: a box takes the first that lets its words in. */
const sizes = [21, 18, 16, 14, 12.5, 11, 10, 9]

/** Writes a wall sheet as Typst source: words are string literals, as in an act. */
export function wallTypst(sheet: WallSheet, covers: Covers): { readonly source: string; readonly unprintable: readonly string[] } {
  const quote = stringWriter(covers)
  const [year = 1970, month = 1, day = 1] = sheet.dated.split('-').map(Number)
  const lines = [
    `#set document(title: ${quote.string(named(sheet.title))}, author: ${quote.string(sheet.author)}, date: datetime(year: ${year}, month: ${month}, day: ${day}))`,
    prelude(quote.string(sheet.runningReference), sheet.language),
    ...pagesOf(sheet.days).map(
      (days, index) => `${index > 0 ? '#pagebreak()\n' : ''}#${writePage(sheet, days, index === 0, quote.string)}`,
    ),
  ]
  return { source: `${lines.join('\n')}\n`, unprintable: quote.unprintable() }
}

/** As many days a page as one can read from across the room, each whole. */
export function pagesOf(days: readonly WallDay[]): WallDay[][] {
  const pages: WallDay[][] = []
  for (const day of days) {
    const last = pages.at(-1)
    const taken = last?.reduce((sum, { laneCount }) => sum + laneCount, 0) ?? 0
    if (last && taken + day.laneCount <= LANES_A_PAGE) last.push(day)
    else pages.push([day])
  }
  return pages.length === 0 ? [[]] : pages
}

function prelude(runningReference: string, language: string): string {
  return `#let ink = rgb("#16202b")
#let sea = rgb("#17496b")
#let quiet = rgb("#55606b")
#let hairline = 0.5pt + rgb("#9aa5af")
#let serif = ("Source Serif 4", "Source Sans 3")
#let sans = ("Source Sans 3", "Source Serif 4")
#set page(
  width: 420mm,
  height: 297mm,
  margin: (x: 12mm, top: 12mm, bottom: 16mm),
  footer-descent: 30%,
  footer: context {
    set text(font: sans, size: 12pt, fill: quiet)
    grid(columns: (1fr, auto), ${runningReference}, counter(page).display("1/1", both: true))
  },
)
#set text(font: sans, size: 14pt, fill: ink, lang: "${language}", fallback: false, hyphenate: false)
#set par(justify: false, leading: 0.4em, spacing: 0.4em)
#set heading(numbering: none)
#show heading: set text(font: serif, weight: 600)
#show heading: set block(above: 0pt, below: 2mm)
#let wall-box(width, height, state, time, title, site, mark) = {
  let parts = (
    text(weight: 600, fill: if state == "cancelled" { quiet } else { sea }, number-width: "tabular", time),
    text(weight: 600, if state == "cancelled" { strike(title) } else { title }),
    ..if site != "" { (text(size: 0.82em, site),) },
    ..if mark != "" { (text(size: 0.82em, fill: quiet, mark),) },
  )
  let stacked(size) = block(width: width - 6mm, { set text(size: size); parts.join(parbreak()) })
  let flowing(size) = block(width: width - 6mm, { set text(size: size); parts.join(h(0.6em)) })
  let edge = if state == "tentative" { (paint: quiet, thickness: 1pt, dash: "dashed") } else { 0.6pt + rgb("#9aa5af") }
  block(
    width: width, height: height, clip: true, fill: white, inset: (left: 4mm, right: 2mm, y: 1.4mm),
    stroke: (left: 2.4pt + if state == "confirmed" { sea } else { quiet }, rest: edge),
    context {
      let largest(words) = (${sizes.map((size) => `${size}pt`).join(', ')}, 0pt).find(size => measure(words(size)).height <= height - 2.8mm)
      let (one, other) = (largest(stacked), largest(flowing))
      if calc.max(one, other) == 0pt { flowing(${sizes.at(-1)}pt) } else if other > one + 3pt { flowing(other) } else { stacked(one) }
    },
  )
}`
}

function writePage(whole: WallSheet, days: readonly WallDay[], isFirst: boolean, string: (text: string) => string): string {
  const sheet = hoursOfPage(whole, days)
  const title = isFirst
    ? `heading(level: 1, text(size: 27pt, ${string(named(sheet.title))}))`
    : `text(font: serif, size: 20pt, ${string(named(sheet.title))})`
  const lanes = Math.max(
    1,
    days.reduce((sum, { laneCount }) => sum + laneCount, 0),
  )
  const laneWidth = (page.width - page.hoursWidth) / lanes
  let left = page.hoursWidth
  const columns = days.map((day) => {
    const written = writeDay(sheet, day, left, laneWidth, string)
    left += day.laneCount * laneWidth
    return written
  })
  return `{
  grid(columns: (1fr, auto), align: (start + bottom, end + bottom), ${title}, text(font: serif, size: 27pt, fill: sea, weight: 600, ${string(sheet.release)}))
  v(3mm)
  block(width: ${page.width}mm, height: ${page.headHeight + page.gridHeight}mm, {
    ${hourLines(sheet, string)}
    ${columns.join('\n    ')}
  })
}`
}

/** A page shows the hours its own days need, at least half a day of them: what is early or late elsewhere makes nothing smaller here. */
function hoursOfPage(sheet: WallSheet, days: readonly WallDay[]): WallSheet {
  const boxes = days.flatMap((day) => day.boxes)
  if (boxes.length === 0) return sheet
  const toHour = Math.ceil(Math.max(...boxes.map(({ toMinute }) => toMinute)) / 60)
  const fromHour = Math.min(
    Math.floor(Math.min(...boxes.map(({ fromMinute }) => fromMinute)) / 60),
    Math.max(sheet.fromHour, toHour - LEAST_HOURS),
  )
  const last = Math.max(toHour, Math.min(sheet.toHour, fromHour + LEAST_HOURS))
  return { ...sheet, fromHour, toHour: last, hours: sheet.hours.slice(fromHour - sheet.fromHour, last - sheet.fromHour + 1) }
}

/** The hours and their lines are for the eye: whoever listens hears the hour of each box. */
function hourLines({ fromHour, toHour, hours }: WallSheet, string: (text: string) => string): string {
  return `pdf.artifact({ ${hours
    .map((hour, index) => {
      const y = page.headHeight + (index * page.gridHeight) / (toHour - fromHour)
      return `place(top + left, dy: ${y - 2.2}mm, block(width: ${page.hoursWidth - 3}mm, align(end, text(size: 12pt, fill: quiet, ${string(hour)})))); place(top + left, dx: ${page.hoursWidth}mm, dy: ${y}mm, line(length: ${page.width - page.hoursWidth}mm, stroke: hairline));`
    })
    .join(' ')} })`
}

function writeDay(sheet: WallSheet, day: WallDay, left: number, laneWidth: number, string: (text: string) => string): string {
  const width = day.laneCount * laneWidth
  const head = `place(top + left, dx: ${left}mm, block(width: ${width}mm, height: ${page.headHeight}mm, inset: (x: 2mm), { heading(level: 2, text(size: 20pt, ${string(named(day.heading))})); text(size: 11pt, fill: quiet, ${string(day.zone)}) }))`
  const edge = `pdf.artifact(place(top + left, dx: ${left}mm, line(length: ${page.headHeight + page.gridHeight}mm, angle: 90deg, stroke: 1pt + quiet)))`
  return [edge, head, ...day.boxes.map((box) => writeBox(sheet, box, left, laneWidth, string))].join('\n    ')
}

function writeBox(
  { fromHour, toHour }: WallSheet,
  box: WallBox,
  left: number,
  laneWidth: number,
  string: (text: string) => string,
): string {
  const minute = page.gridHeight / ((toHour - fromHour) * 60)
  const x = left + box.lane * laneWidth + 1
  const y = page.headHeight + (box.fromMinute - fromHour * 60) * minute
  const width = box.laneSpan * laneWidth - 2
  const height = (box.toMinute - box.fromMinute) * minute - 0.6
  const words = [box.time, box.title, box.place, box.mark].map(string).join(', ')
  return `place(top + left, dx: ${x}mm, dy: ${y}mm, wall-box(${width}mm, ${height}mm, ${string(box.state)}, ${words}))`
}
