import type { Locale } from '#platform/pure/locale.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'
import { detailsOf, programmeTexts } from '#modules/programme/index.ts'
import type { CalendarWords } from '../domain/calendar.ts'
import { pocketPath } from '../domain/pass.ts'
import { pocketTexts } from '../texts.ts'

/** What an appointment says beside its hour and place: what one reads of it in the released programme, and where the rest is. */
export function calendarWords(
  locale: Locale,
  { title, publicUrl }: { readonly title: Localized; readonly publicUrl: string },
): CalendarWords {
  const { calendar, programme } = pocketTexts[locale]
  const more = calendar.more(`${publicUrl}${pocketPath}`)
  const { types, derived } = programmeTexts[locale]
  return {
    name: pick(title, locale).text,
    typeOf: (type) => types[type],
    linesOf: (moment) => [
      ...detailsOf(moment, locale).map(({ field, words }) => derived.labelled(derived[field], words)),
      calendar.version(moment.sequence),
      ...(moment.state === 'tentative' ? [calendar.mayChange] : []),
      more,
    ],
    meeting: { title: programme.meets, type: programme.meeting, lines: [more] },
  }
}
