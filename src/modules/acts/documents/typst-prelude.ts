/** What the head of a file needs, already written as Typst literals except `language` and `dated`. */
export type PreludeValues = {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly keywords: readonly string[]
  readonly language: 'fr' | 'en'
  readonly dated: string
  readonly runningReference: string
}

/**
 * The page, the type and the parts of an act. A4, text in Source Serif 4, everything that guides in Source Sans 3.
 * `fallback: false` keeps the fonts of the machine out: the same document gives the same bytes everywhere.
 */
export function typstPrelude(values: PreludeValues): string {
  const [year = 1970, month = 1, day = 1] = values.dated.split('-').map(Number)
  return `#set document(
  title: ${values.title},
  author: ${values.author},
  description: ${values.subject},
  keywords: (${values.keywords.map((keyword) => `${keyword}, `).join('')}),
  date: datetime(year: ${year}, month: ${month}, day: ${day}),
)
#let ink = rgb("#16202b")
#let sea = rgb("#17496b")
#let quiet = rgb("#55606b")
#let hairline = 0.5pt + rgb("#9aa5af")
#let serif = ("Source Serif 4", "Source Sans 3")
#let sans = ("Source Sans 3", "Source Serif 4")
#set page(
  paper: "a4",
  margin: (top: 22mm, bottom: 26mm, inside: 25mm, outside: 25mm),
  footer-descent: 45%,
  footer: context {
    set text(font: sans, size: 8pt, fill: quiet)
    line(length: 100%, stroke: hairline)
    v(-0.5em)
    grid(
      columns: (1fr, auto),
      column-gutter: 8mm,
      ${values.runningReference},
      counter(page).display("1/1", both: true),
    )
  },
)
#set text(font: serif, size: 10.5pt, fill: ink, lang: "${values.language}", fallback: false, number-type: "lining", hyphenate: true)
#set par(justify: true, leading: 0.66em, spacing: 0.95em)
#set list(marker: text(fill: sea)[–], indent: 4mm, body-indent: 2.2mm, spacing: 0.72em)
#show "\u{202f}": set text(tracking: 0.13em)
#show heading: set text(font: sans, hyphenate: false)
#show heading: set par(justify: false)
#show heading.where(level: 1): set text(size: 19pt, weight: 600, fill: ink, font: serif)
#show heading.where(level: 1): set block(above: 9mm, below: 6mm)
#show heading.where(level: 2): set text(size: 12pt, weight: 600, fill: sea)
#show heading.where(level: 2): set block(above: 7.5mm, below: 3.4mm)
#show heading.where(level: 3): set text(size: 10.5pt, weight: 600, fill: ink)
#show heading.where(level: 3): set block(above: 5mm, below: 2.8mm)
#show figure: set block(breakable: true, above: 6mm, below: 5mm)
#show figure.caption: it => block(width: 100%, below: 2.5mm, sticky: true, {
  set text(font: sans, size: 9.5pt, weight: 600, hyphenate: false)
  set align(start)
  set par(justify: false)
  it.body
})
#show terms: set par(justify: false)
#show terms: set text(hyphenate: false)
#let act-letterhead(overline: (), authority: "", directorates: (), reference: none) = block(width: 100%, below: 0pt, {
  set par(justify: false, spacing: 0.55em, leading: 0.5em)
  grid(
    columns: (1fr, auto),
    column-gutter: 10mm,
    {
      for line in overline { text(font: sans, size: 8pt, tracking: 0.09em, fill: quiet, upper(line)); parbreak() }
      if overline.len() > 0 { v(1.4mm) }
      text(size: 15pt, weight: 600, hyphenate: false, authority)
      if directorates.len() > 0 {
        v(1mm)
        for line in directorates { text(font: sans, size: 9.5pt, fill: quiet, line); parbreak() }
      }
    },
    if reference != none {
      set align(end)
      text(font: sans, size: 8pt, fill: quiet, reference.at(0))
      parbreak()
      text(font: sans, size: 13pt, weight: 600, fill: sea, number-width: "tabular", reference.at(1))
    },
  )
  v(1.5mm)
  line(length: 100%, stroke: 1.2pt + sea)
})
#let kept(body) = block(sticky: true, width: 100%, above: 0.95em, below: 0.66em, body)
#let act-paragraph(role, body) = if role == "lead" {
  par(text(size: 11.5pt, body))
} else if role == "decision" {
  block(above: 6mm, below: 5mm, par(text(weight: 600, body)))
} else if role == "note" {
  par(text(font: sans, size: 9pt, fill: quiet, body))
} else {
  par(body)
}
#let act-recital(body) = block(inset: (left: 6mm), par(hanging-indent: 0mm, body))
#let act-article(label, ..blocks) = {
  heading(level: 3, label)
  for part in blocks.pos() { part }
}
#let act-key-values(..entries) = block(above: 4mm, below: 7mm, breakable: entries.pos().len() > 12, terms(
  separator: [],
  hanging-indent: 42mm,
  spacing: 0.75em,
  ..entries.pos().map(entry => terms.item(
    box(width: 42mm, text(font: sans, size: 9pt, weight: 400, fill: quiet, entry.at(0))),
    entry.at(1),
  )),
))
#let act-total-cell(body) = table.cell(text(weight: 600, body))
#let act-table(caption: none, shares: (), aligns: (), headers: (), totals: false, ..cells) = figure(
  kind: table,
  supplement: none,
  caption: figure.caption(position: top, caption),
  {
    set text(size: 9pt, number-width: "tabular", hyphenate: false)
    set par(justify: false, leading: 0.5em)
    table(
      columns: shares,
      align: (column, row) => aligns.at(column) + top,
      inset: (x: 1.6mm, y: 1.7mm),
      stroke: (column, row) => (
        top: if row == 0 { 1pt + sea } else if row == 1 { 0.8pt + sea } else { hairline },
        bottom: 1pt + sea,
      ),
      table.header(..headers.map(name => text(font: sans, size: 8.5pt, weight: 600, fill: sea, name))),
      ..cells.pos(),
    )
  },
)
#let act-signature(place, capacity, name) = block(breakable: false, width: 100%, above: 10mm, {
  set par(justify: false)
  pad(left: 50%, {
    if place != none { par(place) }
    par(capacity)
    v(16mm)
    par(strong(name))
  })
})`
}
