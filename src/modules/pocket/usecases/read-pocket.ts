import type { Services } from '#platform/context.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type ChangeKind, changeBetween, detailsOf, programmeTexts } from '#modules/programme/index.ts'
import type { AgendaMoment, Moment, Pocket, PocketMeeting, ReleaseNews } from '../domain/agenda.ts'
import { loadPocket } from '../sql/holder.ts'
import { pocketTexts } from '../texts.ts'
import { asHolder } from './as-holder.ts'

/** A moment as a phone shows it, everything on it in the reader's language: nothing is looked up without a network. */
export type ShownMoment = Pick<AgendaMoment, 'id' | 'title' | 'state' | 'attendance' | 'startsAt' | 'endsAt' | 'timeZone' | 'venue'> & {
  readonly typeLabel: string
  readonly details: readonly { readonly label: string; readonly words: string }[]
}

/** A one-to-one meeting as a phone shows it, among the moments. */
export type ShownMeeting = PocketMeeting & { readonly title: Localized; readonly state: 'confirmed' }

/** What became of a moment for the reader, with the word for it. `before` is null for what is new. */
export type ShownChange = Pick<Moment, 'id' | 'title'> & {
  readonly kind: ChangeKind
  readonly kindLabel: string
  readonly before: Place | null
  readonly after: Place
}
type Place = Pick<Moment, 'startsAt' | 'endsAt' | 'timeZone' | 'venue'>

export type ShownPocket = Omit<Pocket, 'items' | 'meetings' | 'changelog'> & {
  readonly items: readonly ShownMoment[]
  readonly meetings: readonly ShownMeeting[]
  readonly changelog: readonly ReleaseNews<ShownChange>[]
}

/** All of the pocket that a secret opens, or null when it opens nothing any more. */
export async function readFacts(services: Services, secret: string): Promise<Pocket | null> {
  return asHolder(services, 'device', secret, ({ tx }) => loadPocket(tx))
}

/** What a device shows, or null when its secret opens nothing any more. */
export async function readPocket(services: Services, secret: string, locale: Locale): Promise<ShownPocket | null> {
  const pocket = await readFacts(services, secret)
  return (
    pocket && {
      ...pocket,
      items: pocket.items.map((item) => shown(item, locale)),
      meetings: pocket.meetings.map((meeting) => ({
        ...meeting,
        title: { [locale]: pocketTexts[locale].programme.meets(meeting.met) },
        state: 'confirmed' as const,
      })),
      changelog: pocket.changelog.map((release) => ({
        ...release,
        changes: release.changes.flatMap(({ before, after }) => shownChanges(before, after, locale)),
      })),
    }
  )
}

function shownChanges(before: Moment | null, after: Moment | null, locale: Locale): ShownChange[] {
  return changeBetween(before, after).map((change) => ({
    id: change.after.id,
    title: change.after.title,
    kind: change.kind,
    kindLabel: programmeTexts[locale].changes[change.kind],
    before: change.before && placeOf(change.before),
    after: placeOf(change.after),
  }))
}

function placeOf({ startsAt, endsAt, timeZone, venue }: Moment): Place {
  return { startsAt, endsAt, timeZone, venue }
}

function shown(item: AgendaMoment, locale: Locale): ShownMoment {
  const { types, derived } = programmeTexts[locale]
  const { id, title, state, attendance, startsAt, endsAt, timeZone, venue } = item
  const details = detailsOf(item, locale).map(({ field, words }) => ({ label: derived[field], words }))
  return { id, title, state, attendance, startsAt, endsAt, timeZone, venue, typeLabel: types[item.type], details }
}
