import type { ActDocument, Block } from '#modules/acts/index.ts'
import type { Item } from '#modules/programme/index.ts'
import type { Greeting, Guest, RankPlace, Visit } from '#modules/visits/index.ts'
import type { ProtocolTexts } from '#modules/visits/texts/protocol-texts.ts'
import type { ReceptionTexts } from '#modules/visits/texts/reception-texts.ts'
import { dateIn, onTheClock } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { pick } from '#platform/pure/localized.ts'
import { formatPhone } from '#platform/pure/phone.ts'

export type DayFacts = {
  readonly day: LocalDate
  readonly title: string
  readonly authority: string
  readonly visit: Visit | null
  readonly items: readonly Item[]
  readonly venues: ReadonlyMap<string, string>
  readonly greetings: readonly Greeting[]
  /** In order of precedence. */
  readonly guests: readonly Guest[]
  readonly ranks: readonly RankPlace[]
}

const text = (content: string) => [{ kind: 'text' as const, text: content }]

/** The sheet one folds in a pocket on the day itself: who comes, who greets, where, when, in which car. It carries no other number than the hosts'. */
export function daySheet(
  { day, title, authority, visit, items, venues, greetings, guests, ranks }: DayFacts,
  texts: ReceptionTexts,
  protocol: ProtocolTexts,
  locale: Locale,
): ActDocument {
  const words = texts.sheet
  const heading = words.heading(formatDate(day, locale, 'full'))
  const ofTheDay = items.filter(({ state, timeZone, startsAt }) => state !== 'cancelled' && dateIn(timeZone, startsAt) === day)
  const meetings = greetings.filter((greeting) => greeting.day === day)
  const blocks: Block[] = [
    { kind: 'letterhead', overline: [], authority, directorates: [], reference: null },
    { kind: 'heading', level: 1, content: text(heading) },
    { kind: 'paragraph', role: 'lead', content: text(title) },
    ...visitorBlocks(visit, texts),
    ...greetingBlocks(meetings, texts, locale),
    ...programmeBlocks(ofTheDay, venues, texts, locale),
    ...guestBlocks(guests, ranks, protocol, locale),
  ]
  return {
    language: locale,
    title: heading,
    metadata: {
      runningReference: `${title} – ${formatDate(day, locale)}`,
      author: authority,
      subject: words.subject,
      keywords: [],
      dated: day,
    },
    blocks,
  }
}

function visitorBlocks(visit: Visit | null, { sheet: words }: ReceptionTexts): Block[] {
  if (!visit) return []
  const entries = [
    { key: words.visitor, value: [visit.visitor, visit.city].filter(Boolean).join(', ') },
    { key: words.head, value: [visit.headName, visit.headCapacity].filter(Boolean).join(', ') },
    { key: words.people, value: visit.peopleCount === null ? '' : String(visit.peopleCount) },
  ].filter(({ value }) => value !== '')
  return [{ kind: 'key-values', entries: entries.map(({ key, value }) => ({ key, value: text(value) })) }]
}

function greetingBlocks(greetings: readonly Greeting[], { greetings: words }: ReceptionTexts, locale: Locale): Block[] {
  if (greetings.length === 0) return []
  return [
    { kind: 'heading', level: 2, content: text(words.title) },
    {
      kind: 'table',
      caption: text(words.caption),
      columns: [
        { header: words.when, align: 'start', share: 2 },
        { header: words.what, align: 'start', share: 4 },
        { header: words.where, align: 'start', share: 4 },
        { header: words.who, align: 'start', share: 5 },
        { header: words.car, align: 'start', share: 3 },
      ],
      rows: greetings.map(({ atTime, what, place, greeter, organisationName, greeterPhone, car }) => ({
        role: 'body',
        cells: [
          text(formatTime(atTime, locale)),
          text(pick(what, locale).text),
          text(place),
          text([greeter, organisationName, greeterPhone && formatPhone(greeterPhone)].filter(Boolean).join(', ')),
          text(car),
        ],
      })),
    },
  ]
}

function guestBlocks(guests: readonly Guest[], ranks: readonly RankPlace[], words: ProtocolTexts, locale: Locale): Block[] {
  if (guests.length === 0) return []
  const rankOf = new Map(ranks.map(({ code, name }) => [code, name]))
  return [
    { kind: 'heading', level: 2, content: text(words.title) },
    {
      kind: 'table',
      caption: text(words.caption),
      columns: [
        { header: words.place, align: 'start', share: 2 },
        { header: words.guest, align: 'start', share: 8 },
        { header: words.side, align: 'start', share: 3 },
        { header: words.rank, align: 'start', share: 5 },
      ],
      rows: guests.map(({ name, title, side, rankCode, invites }, index) => ({
        role: 'body',
        cells: [
          text(String(index + 1)),
          text([name, title, invites && words.invites].filter(Boolean).join(', ')),
          text(words.sides[side]),
          text(pick(rankOf.get(rankCode) ?? {}, locale).text),
        ],
      })),
    },
  ]
}

function programmeBlocks(
  items: readonly Item[],
  venues: ReadonlyMap<string, string>,
  { sheet: words }: ReceptionTexts,
  locale: Locale,
): Block[] {
  const heading: Block = { kind: 'heading', level: 2, content: text(words.programme) }
  if (items.length === 0) return [heading, { kind: 'paragraph', role: 'body', content: text(words.nothing) }]
  const at = ({ timeZone: zone }: Item, instant: Item['startsAt']) => formatTime(onTheClock({ instant, zone }).time, locale)
  return [
    heading,
    { kind: 'paragraph', role: 'note', content: text(words.mayChange) },
    {
      kind: 'table',
      caption: text(words.programme),
      columns: [
        { header: words.hour, align: 'start', share: 3 },
        { header: words.what, align: 'start', share: 7 },
        { header: words.where, align: 'start', share: 4 },
        { header: words.who, align: 'start', share: 4 },
      ],
      rows: items.map((item) => ({
        role: 'body',
        cells: [
          text(`${at(item, item.startsAt)} – ${at(item, item.endsAt)}`),
          [{ kind: 'emphasis', text: pick(item.title, locale).text }],
          text(venues.get(item.venueId ?? '') ?? ''),
          text(item.organiserName),
        ],
      })),
    },
  ]
}
