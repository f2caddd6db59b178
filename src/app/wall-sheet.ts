import type { WallBox, WallSheet } from '#modules/acts/index.ts'
import { type FrozenItem, type ReadRelease, timetableOf } from '#modules/programme/index.ts'
import type { ProgrammeTexts } from '#modules/programme/texts.fr.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { formatDate, weekdayName } from '#platform/pure/local-date-format.ts'
import { formatTime, timeOfMinutes } from '#platform/pure/local-time.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { pick } from '#platform/pure/localized.ts'
import { type TimeZone, zoneName } from '#platform/pure/time-zone.ts'
import { hoursOf } from './programme-booklet.ts'
import type { ReleasedPart } from './released-part.ts'

/** The wall sheet of a release: the grid of its page, large, with the number of the release on every sheet. */
export function wallSheetOf(
  { mission, release, content }: Pick<ReadRelease, 'mission' | 'release' | 'content'>,
  { title, items }: ReleasedPart,
  texts: ProgrammeTexts,
  locale: Locale,
): WallSheet {
  const { days, fromHour, toHour } = timetableOf(
    items,
    content.tracks.map(({ id }) => id),
  )
  return {
    kind: 'wall',
    language: locale,
    title,
    author: release.organisationName,
    dated: dateIn('UTC' as TimeZone, release.releasedAt),
    release: texts.releases.number(release.number),
    runningReference: texts.derived.runningHead(release.number, pick(mission.title, locale).text),
    fromHour,
    toHour,
    hours: Array.from({ length: toHour - fromHour + 1 }, (_, index) => formatTime(timeOfMinutes(((fromHour + index) % 24) * 60), locale)),
    days: days.map(({ date, zones, laneCount, slots }) => ({
      heading: `${weekdayName(date, locale)} ${formatDate(date, locale, 'long')}`,
      zone: texts.timetable.zone(zones.map((zone) => zoneName(zone, locale)).join(', ')),
      laneCount,
      boxes: slots.map(({ item, ...slot }) => ({ ...slot, ...saidOf(item, texts, locale) })),
    })),
  }
}

function saidOf(item: FrozenItem, texts: ProgrammeTexts, locale: Locale): Pick<WallBox, 'time' | 'title' | 'place' | 'mark' | 'state'> {
  const { state, attendance, venue } = item
  return {
    time: hoursOf(item, locale),
    title: pick(item.title, locale).text,
    place: venue ? pick(venue.name, locale).text : '',
    mark: [state === 'confirmed' ? '' : texts.states[state], attendance === 'optional' ? texts.derived.optional : '']
      .filter(Boolean)
      .join(' – '),
    state,
  }
}
