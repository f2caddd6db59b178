import type { ActDocument, Block } from '#modules/acts/index.ts'
import type { OrderFacts } from '#modules/departure/index.ts'
import { departureTexts } from '#modules/departure/texts.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'

/**
 * A travel order on paper, from what was frozen when it was signed: the same facts always give the same document. One that was withdrawn says so
 * above everything else.
 */
export function travelOrderDocument(facts: OrderFacts, isWithdrawn: boolean): ActDocument {
  const { language, signatory, legs } = facts
  const words = departureTexts[language].document
  const say = (content: Localized) => pick(content, language).text
  const day = (date: OrderFacts['issuedOn']) => formatDate(date, language)
  const name = `${facts.givenName} ${facts.familyName}`
  const entry = (key: string, value: string) => (value ? [{ key, value: [{ kind: 'text', text: value } as const] }] : [])
  const country = new Intl.DisplayNames(language, { type: 'region' })
  const blocks: Block[] = [
    {
      kind: 'letterhead',
      overline: [],
      authority: facts.organisation,
      directorates: [],
      reference: { key: words.number, value: [{ kind: 'text', text: facts.number }] },
    },
    { kind: 'heading', level: 1, content: [{ kind: 'text', text: words.title }] },
    ...(isWithdrawn ? [{ kind: 'paragraph', role: 'decision', content: [{ kind: 'text', text: words.withdrawn }] } as const] : []),
    { kind: 'recital', content: [{ kind: 'text', text: words.visa }] },
    ...(signatory.authority
      ? [{ kind: 'recital', content: [{ kind: 'text', text: words.visaAuthority(signatory.authority) }] } as const]
      : []),
    { kind: 'paragraph', role: 'lead', content: [{ kind: 'text', text: words.lead(signatory.capacity) }] },
    {
      kind: 'key-values',
      entries: [
        { key: words.agent, value: [{ kind: 'emphasis', text: name }] },
        ...entry(words.capacity, say(facts.capacity)),
        ...entry(words.purpose, [say(facts.missionTitle), say(facts.missionPurpose)].filter(Boolean).join(' – ')),
        ...entry(words.validity, words.validFor(day(facts.validFrom), day(facts.validUntil))),
        ...entry(words.transport, facts.transport),
        ...entry(words.expenses, facts.expenses),
      ],
    },
    {
      kind: 'table',
      caption: [{ kind: 'text', text: words.stages }],
      columns: [
        { header: words.city, align: 'start', share: 4 },
        { header: words.country, align: 'start', share: 3 },
        { header: words.from, align: 'start', share: 3 },
        { header: words.until, align: 'start', share: 3 },
      ],
      rows: legs.map((leg) => ({
        role: 'body',
        cells: [say(leg.cityName), country.of(leg.country) ?? leg.country, day(leg.startsOn), day(leg.endsOn)].map((cell) => [
          { kind: 'text', text: cell } as const,
        ]),
      })),
    },
    { kind: 'paragraph', role: 'note', content: [{ kind: 'text', text: words.held }] },
    {
      kind: 'signature',
      placeAndDate: words.done(signatory.place, day(facts.issuedOn)),
      capacity: signatory.capacity,
      name: signatory.name,
    },
  ]
  return {
    language,
    title: `${words.title} ${facts.number}`,
    metadata: {
      runningReference: words.running(facts.number, name),
      author: facts.organisation,
      subject: words.subject,
      keywords: [],
      dated: facts.issuedOn,
    },
    blocks,
  }
}
