import type { ActDocument, Block } from '#modules/acts/index.ts'
import { countryName } from '#modules/directory/index.ts'
import { type Line, type Measure, measures, reviewParts, type Work, type YearReview } from '#modules/strategy/index.ts'
import { strategyTexts } from '#modules/strategy/texts.ts'
import { reviewTexts } from '#modules/strategy/texts/review-texts.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'
import { linesOf } from '#platform/pure/text.ts'

/** The yearly review on paper: what was written, each part under its heading, then the figures as they are that day. */
export function strategyReviewDocument(
  { plan, coverage, review }: YearReview,
  { authority, language, today }: { readonly authority: string; readonly language: Locale; readonly today: LocalDate },
): ActDocument {
  const words = reviewTexts[language]
  const texts = strategyTexts[language]
  const say = (content: Localized) => pick(content, language).text
  const text = (content: string) => [{ kind: 'text' as const, text: content }]
  const title = words.documentTitle(say(plan.title), review.year)
  const paragraph = (content: string): Block => ({ kind: 'paragraph', role: 'body', content: text(content) })
  const cellOf = (line: Pick<Line, 'cells'>, measure: Measure) => {
    const { planned, done, ahead } = line.cells[measure]
    const said = words.cell(done, planned)
    return ahead > 0 ? words.cellAhead(said, ahead) : said
  }
  const table = (caption: string, header: string, lines: readonly (readonly [name: string, line: Pick<Line, 'cells'>])[]): Block => ({
    kind: 'table',
    caption: text(caption),
    columns: [
      { header, align: 'start', share: 8 },
      ...measures.map((measure) => ({ header: texts.measures[measure], align: 'end' as const, share: 3 })),
    ],
    rows: lines.map(([name, line]) => ({
      role: line === total ? 'total' : 'body',
      cells: [text(name), ...measures.map((measure) => text(cellOf(line, measure)))],
    })),
  })
  const total = { cells: coverage.total }
  const destinationName = (id: string) => {
    const destination = plan.destinations.find((each) => each.id === id)
    if (!destination) return ''
    const name = say(destination.cityName) || countryName(destination.country, language)
    return destination.sharedWithName === null ? name : words.sharedName(name, destination.sharedWithName)
  }
  const works = (items: readonly Work[]): Block => ({
    kind: 'bullets',
    items: items.map((work) => text(words.work(say(work.title), texts.kinds[work.kind]))),
  })
  const objectiveName = (id: string) => say(plan.objectives.find((each) => each.id === id)?.title ?? {})
  const blocks: Block[] = [
    { kind: 'letterhead', overline: [], authority, directorates: [], reference: null },
    { kind: 'heading', level: 1, content: text(title) },
    {
      kind: 'key-values',
      entries: [
        { key: words.period, value: text(texts.period(plan.fromYear, plan.toYear)) },
        { key: texts.coverage.reached, value: text(texts.coverage.reachedOf(coverage.reached, plan.destinations.length)) },
        { key: words.dated, value: text(formatDate(today, language)) },
      ],
    },
    ...reviewParts.flatMap((part): Block[] => {
      const lines = linesOf(say(review[part]))
      return lines.length === 0 ? [] : [{ kind: 'heading', level: 2, content: text(words.parts[part]) }, ...lines.map(paragraph)]
    }),
    { kind: 'heading', level: 2, content: text(words.figures) },
    table(
      texts.coverage.byObjective,
      texts.coverage.objective,
      coverage.objectives.map((line) => [objectiveName(line.id), line]),
    ),
    table(texts.coverage.byDestination, texts.coverage.destination, [
      ...coverage.destinations.map((line) => [destinationName(line.id), line] as const),
      [texts.coverage.total, total],
    ]),
    ...(coverage.elsewhere.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, content: text(texts.coverage.elsewhere) } as const,
          paragraph(texts.coverage.elsewhereNote),
          works(coverage.elsewhere),
        ]),
    { kind: 'heading', level: 2, content: text(words.untied) },
    coverage.untied.length === 0 ? paragraph(texts.overview.allTied) : works(coverage.untied),
  ]
  return {
    language,
    title,
    metadata: { runningReference: title, author: authority, subject: words.subject, keywords: [], dated: today },
    blocks,
  }
}
