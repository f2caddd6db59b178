import type { ActDocument, Block } from '#modules/acts/index.ts'
import { detailsOf } from '#modules/programme/index.ts'
import type { ProgrammeTexts } from '#modules/programme/texts.fr.ts'
import { type Instant, dateIn, onTheClock } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'
import { zoneName } from '#platform/pure/time-zone.ts'
import type { BookletItem, ReleasedPart } from './released-part.ts'

/** Whose mission, and which release says so. */
type Told = {
  readonly mission: { readonly title: Localized }
  readonly release: { readonly number: number; readonly organisationName: string; readonly releasedAt: Instant }
}

/**
 * The pocket booklet of a release: a table a day, hours in the zone of the place, and the number of the release at the foot of every page.
 * `title` says whose programme it is; `items` are those of the release that are for them.
 */
export function bookletOf(
  { mission, release }: Told,
  { title, items, notes, promised = [] }: ReleasedPart<BookletItem>,
  texts: ProgrammeTexts,
  locale: Locale,
): ActDocument {
  const words = texts.derived
  const missionTitle = pick(mission.title, locale).text
  const blocks: Block[] = [
    {
      kind: 'letterhead',
      overline: [],
      authority: release.organisationName,
      directorates: [],
      reference: { key: texts.releases.version, value: [{ kind: 'text', text: String(release.number) }] },
    },
    { kind: 'heading', level: 1, content: [{ kind: 'text', text: title }] },
    { kind: 'paragraph', role: 'note', content: [{ kind: 'text', text: words.mayChange }] },
    ...daysOf(items).flatMap(([date, ofTheDay]) => dayBlocks(date, ofTheDay, { notes, texts, locale })),
    ...promised.flatMap(({ heading, lines }): Block[] => [
      { kind: 'heading', level: 2, content: [{ kind: 'text', text: heading }] },
      { kind: 'bullets', items: lines.map((line) => [{ kind: 'text', text: line }]) },
    ]),
  ]
  return {
    language: locale,
    title,
    metadata: {
      runningReference: words.runningHead(release.number, missionTitle),
      author: release.organisationName,
      subject: words.bookletSubject,
      keywords: [],
      dated: dateIn('UTC' as BookletItem['timeZone'], release.releasedAt),
    },
    blocks,
  }
}

function daysOf(items: readonly BookletItem[]): [LocalDate, BookletItem[]][] {
  const days = new Map<LocalDate, BookletItem[]>()
  for (const item of items) {
    const date = dateIn(item.timeZone, item.startsAt)
    days.set(date, [...(days.get(date) ?? []), item])
  }
  return [...days]
}

type Said = { readonly notes: ReleasedPart['notes']; readonly texts: ProgrammeTexts; readonly locale: Locale }

function dayBlocks(date: LocalDate, items: readonly BookletItem[], { notes, texts, locale }: Said): Block[] {
  const words = texts.derived
  const zones = [...new Set(items.map(({ timeZone }) => timeZone))].map((zone) => zoneName(zone, locale)).join(', ')
  return [
    { kind: 'heading', level: 2, content: [{ kind: 'text', text: formatDate(date, locale, 'full') }] },
    {
      kind: 'table',
      // The heading has said the day: the caption says on whose clocks.
      caption: [{ kind: 'text', text: texts.timetable.zone(zones) }],
      columns: [
        { header: words.hours, align: 'start', share: 2 },
        { header: words.moment, align: 'start', share: 6 },
        { header: words.where, align: 'start', share: 4 },
      ],
      rows: items.map((item) => ({
        role: 'body',
        cells: [
          [{ kind: 'text', text: hoursOf(item, locale) }],
          momentOf(item, notes?.get(item.id), texts, locale),
          [{ kind: 'text', text: placeOf(item, locale) }],
        ],
      })),
    },
  ]
}

/** From when to when, on the clocks of the place. */
export function hoursOf({ startsAt, endsAt, timeZone }: BookletItem, locale: Locale): string {
  const at = (instant: BookletItem['startsAt']) => formatTime(onTheClock({ instant, zone: timeZone }).time, locale)
  return `${at(startsAt)} – ${at(endsAt)}`
}

function momentOf(
  item: BookletItem,
  note: string | undefined,
  texts: ProgrammeTexts,
  locale: Locale,
): Extract<Block, { kind: 'bullets' }>['items'][number] {
  const title = pick(item.title, locale).text
  const facts = [
    texts.types[item.type],
    item.state === 'confirmed' ? '' : texts.states[item.state],
    item.attendance === 'optional' ? texts.derived.optional : '',
    ...detailsOf(item, locale)
      .filter(({ field }) => field !== 'organiser')
      .map(({ field, words }) => texts.derived.labelled(texts.derived[field], words)),
    note ? texts.derived.labelled(texts.papers.ours, note.replaceAll(/\s+/g, ' ')) : '',
  ]
  return [
    { kind: 'emphasis', text: title },
    { kind: 'text', text: ` – ${facts.filter(Boolean).join(' – ')}` },
  ]
}

function placeOf({ venue }: BookletItem, locale: Locale): string {
  return venue ? [pick(venue.name, locale).text, venue.addressLocal, venue.addressLatin].filter(Boolean).join(', ') : ''
}
