import type { ActDocument, Block } from '#modules/acts/index.ts'
import { type Agreement, type Domain, endOf, type Wording } from '#modules/agreements/index.ts'
import { deliberationTexts } from '#modules/agreements/texts/deliberation-texts.ts'
import { countryName } from '#modules/directory/index.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'
import { formatMoney } from '#platform/pure/money.ts'

type Drafted = {
  readonly agreement: Agreement
  readonly domains: readonly Domain[]
  readonly wordings: readonly Wording[]
  readonly authority: string
  readonly language: Locale
  readonly today: LocalDate
}

/** The draft deliberation by which an assembly approves an agreement before anybody signs it, with the text annexed in each of its languages. */
export function agreementDeliberation({ agreement, domains, wordings, authority, language, today }: Drafted): ActDocument {
  const words = deliberationTexts[language]
  const say = (content: Localized) => pick(content, language).text
  const text = (content: string) => [{ kind: 'text' as const, text: content }]
  const paragraph = (content: string) => ({ kind: 'paragraph' as const, role: 'body' as const, content: text(content) })
  const { term, forecast } = agreement
  const title = say(agreement.title)
  const parties = new Intl.ListFormat(language, { type: 'conjunction' }).format(agreement.parties.map(({ name }) => name))
  const lastDay = endOf(term)
  const duration = [
    term.months === null ? '' : words.months(term.months),
    term.runsFrom === null ? '' : words.from(formatDate(term.runsFrom, language)),
    lastDay === null ? (term.months === null ? words.noEnd : '') : words.until(formatDate(lastDay, language)),
  ]
  const amount = forecast === null ? '' : formatMoney(forecast, language)
  const listed: Block[] =
    domains.length === 0 ? [] : [paragraph(words.domains), { kind: 'bullets', items: domains.map((domain) => text(say(domain.title))) }]
  const articles = [
    [paragraph(words.approves(title, parties)), ...listed],
    [paragraph(words.authorises)],
    [paragraph(words.commits(amount))],
    [paragraph(words.transmitted)],
  ]
  const blocks: Block[] = [
    { kind: 'letterhead', overline: [words.republic], authority, directorates: [], reference: null },
    { kind: 'heading', level: 1, content: text(words.title) },
    { kind: 'paragraph', role: 'lead', content: text(words.about(title)) },
    {
      kind: 'key-values',
      entries: [
        { key: words.parties, value: text(parties) },
        { key: words.place, value: text([say(agreement.cityName), countryName(agreement.country, language)].filter(Boolean).join(', ')) },
        { key: words.duration, value: text(duration.filter(Boolean).join(', ')) },
        { key: words.forecast, value: text(amount) },
      ],
    },
    ...[...words.visas, words.considering(say(agreement.object))].map((recital): Block => ({ kind: 'recital', content: text(recital) })),
    // Articles are headings of the third level: PDF/UA wants one of the second above them.
    { kind: 'heading', level: 2, content: text(words.operative) },
    { kind: 'paragraph', role: 'decision', content: text(words.decides) },
    ...articles.map((inside, index): Block => ({
      kind: 'article',
      number: index + 1,
      label: words.article(index + 1),
      blocks: inside.filter((block) => block.kind === 'paragraph' || block.kind === 'bullets'),
    })),
    ...wordings.flatMap((wording): Block[] => annexOf(wording, language)),
  ]
  return {
    language,
    title: `${words.title} – ${title}`,
    metadata: { runningReference: `${words.title} – ${title}`, author: authority, subject: words.subject, keywords: [], dated: today },
    blocks,
  }
}

/** The text in one language, each paragraph as it was written; a screen reader is told which language it is. */
function annexOf({ language: written, body, isAuthentic }: Wording, language: Locale): Block[] {
  const words = deliberationTexts[language]
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(written) ?? written
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '')
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 2, content: [{ kind: 'text', text: words.annex(name) }] },
    { kind: 'paragraph', role: 'note', content: [{ kind: 'text', text: isAuthentic ? words.authentic : words.translation }] },
    ...lines.map((line): Block => ({ kind: 'paragraph', role: 'body', content: [{ kind: 'text', text: line.trim(), language: written }] })),
  ]
}
