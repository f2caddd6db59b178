import { formatZoned } from '#platform/pure/instant.ts'
import { pick } from '#platform/pure/localized.ts'
import { zoneName } from '#platform/pure/time-zone.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { LocalizedText } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { endingOf } from '../domain/ending.ts'
import type { Item } from '../domain/item.ts'
import type { Venue } from '../domain/place.ts'
import type { Vehicle } from '../domain/vehicle.ts'
import { programmeTexts } from '../texts.ts'

type FactsProps = { item: Item; venue: Venue | undefined; vehicle: Vehicle | undefined; peopleCount: number }

/** What everyone reads of an item: when on whose clocks, where, with whom, and what to bring. */
export function ItemFacts({ item, venue, vehicle, peopleCount }: FactsProps) {
  const texts = useCatalogue(programmeTexts)
  const locale = useLocale()
  const words = texts.item
  const written = (content: Item['planB']) => (Object.keys(content).length > 0 ? <LocalizedText content={content} /> : undefined)
  const all = [
    {
      key: 'when',
      label: words.when,
      value: formatZoned({ instant: item.startsAt, zone: item.timeZone }, locale),
      note: `${texts.timetable.until(endingOf(item, locale))} (${zoneName(item.timeZone, locale)})`,
    },
    { key: 'type', label: words.type, value: texts.types[item.type] },
    { key: 'venue', label: words.venue, value: venue ? pick(venue.name, locale).text : words.noVenue, note: venue?.addressLatin },
    { key: 'address', label: words.addressLocal, value: venue?.addressLocal },
    {
      key: 'vehicle',
      label: texts.vehicles.vehicle,
      value: vehicle?.name,
      note: vehicle && texts.vehicles.carries(vehicle.seats, vehicle.organisationName),
    },
    { key: 'organiser', label: words.organiser, value: item.organiserName },
    {
      key: 'audience',
      label: words.audience,
      value: texts.audiences[item.audience],
      note: `${texts.list.people(peopleCount)}, ${texts.attendances[item.attendance].toLocaleLowerCase(locale)}`,
    },
    { key: 'capacity', label: words.capacity, value: item.capacity === null ? undefined : String(item.capacity) },
    { key: 'across', label: texts.derived.across, value: item.across.join(' ; ') },
    { key: 'speakers', label: texts.derived.speakers, value: item.speakers.join(', ') },
    { key: 'languages', label: texts.derived.languages, value: item.languages.map((tag) => languageName(tag, locale)).join(', ') },
    { key: 'interpreters', label: words.interpretersNeeded, value: interpretersOf(item) },
    { key: 'dress', label: words.dressCode, value: written(item.dressCode) },
    { key: 'briefing', label: words.briefing, value: written(item.briefing) },
    { key: 'planB', label: words.planB, value: written(item.planB) },
  ]
  return <KeyFacts facts={all.filter(({ value }) => value !== undefined && value !== '')} />
}

function interpretersOf({ interpretersNeeded, interpreters }: Item): string {
  if (interpretersNeeded === 0 && interpreters.length === 0) return ''
  return [String(interpretersNeeded), interpreters.join(', ')].filter(Boolean).join(' – ')
}

function languageName(tag: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
}
