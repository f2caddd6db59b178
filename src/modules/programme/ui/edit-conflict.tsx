import { onTheClock } from '#platform/pure/instant.ts'
import { pick } from '#platform/pure/localized.ts'
import type { RefusedForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Diff } from '#ui/diff.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Item, ItemState, ItemType } from '../domain/item.ts'
import { programmeTexts } from '../texts.ts'
import type { ItemChoices } from '../usecases/item-choices.ts'

/** Someone saved the item since this form was opened: both versions side by side. The form below now carries the saved version's number. */
export function EditConflict({ saved, values, choices }: { saved: Item; values: RefusedForm['values']; choices: ItemChoices }) {
  const texts = useCatalogue(programmeTexts)
  const locale = useLocale()
  const { item: words } = texts
  const typed = (name: string) =>
    String(values[name] ?? '')
      .replaceAll('\r', '')
      .trim()
  const start = onTheClock({ instant: saved.startsAt, zone: saved.timeZone })
  const end = onTheClock({ instant: saved.endsAt, zone: saved.timeZone })
  const venueName = (id: string | null) => {
    const venue = choices.venues.find((known) => known.id === id)
    return venue ? pick(venue.name, locale).text : words.noVenue
  }
  const vehicleName = (id: string | null) => choices.vehicles.find((known) => known.id === id)?.name ?? texts.vehicles.noVehicle
  return (
    <Notice tone="warning" title={words.conflictTitle}>
      <p>{words.conflictLead}</p>
      <Diff
        caption={words.conflictCaption}
        fields={[
          { name: 'titleFr', label: words.titleFr, mine: typed('titleFr'), theirs: saved.title.fr ?? '' },
          { name: 'type', label: words.type, mine: texts.types[typed('type') as ItemType] ?? '', theirs: texts.types[saved.type] },
          {
            name: 'when',
            label: words.when,
            mine: `${typed('date')} ${typed('start')} – ${typed('end')}`,
            theirs: `${start.date} ${start.time} – ${end.time}`,
          },
          { name: 'venueId', label: words.venue, mine: venueName(typed('venueId')), theirs: venueName(saved.venueId) },
          {
            name: 'vehicleId',
            label: texts.vehicles.vehicle,
            mine: vehicleName(typed('vehicleId')),
            theirs: vehicleName(saved.vehicleId),
          },
          { name: 'state', label: words.state, mine: texts.states[typed('state') as ItemState] ?? '', theirs: texts.states[saved.state] },
          { name: 'briefingFr', label: words.briefing, mine: typed('briefingFr'), theirs: saved.briefing.fr ?? '' },
        ]}
      />
    </Notice>
  )
}
