import { onTheClock } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EditConflict, typedDay, typedIn } from '#ui/edit-conflict.tsx'
import type { FieldValues } from '#ui/form-context.ts'
import { useLocale } from '#ui/locale.tsx'
import type { Attendance, Audience, Item, ItemState, ItemType } from '../domain/item.ts'
import { programmeTexts } from '../texts.ts'
import type { ItemChoices } from '../usecases/item-choices.ts'

type NameOf = (id: string) => string | undefined

/** Someone saved the item since this form was opened: every field of the form, as it was typed and as it was saved. */
export function ItemConflict({ saved, values, choices }: { saved: Item; values: FieldValues; choices: ItemChoices }) {
  const texts = useCatalogue(programmeTexts)
  const locale = useLocale()
  const { item: words } = texts
  const typed = (name: string) => typedIn(values, name)
  const start = onTheClock({ instant: saved.startsAt, zone: saved.timeZone })
  const end = onTheClock({ instant: saved.endsAt, zone: saved.timeZone })
  const among =
    (offered: readonly { readonly id: string; readonly name: string | Localized }[]): NameOf =>
    (id) => {
      const name = offered.find((each) => each.id === id)?.name
      return typeof name === 'object' ? pick(name, locale).text : name
    }
  const themes = choices.themes.map(({ id, label }) => ({ id, name: label }))
  const legs = choices.legs.map(({ id, cityName }) => ({ id, name: cityName }))

  const chosen = (name: string, label: string, theirs: string | null, nameOf: NameOf, none = '') => {
    const said = (id: string) => nameOf(id) ?? none
    return { name, label, mine: said(typed(name)), theirs: said(theirs ?? '') }
  }
  const several = (name: string, label: string, theirs: readonly string[], nameOf: NameOf) => {
    const said = (ids: readonly string[]) => ids.map((id) => nameOf(id) ?? id).join(', ')
    const mine = [values[name] ?? []].flat()
    return { name, label, mine: said([...mine].toSorted()), theirs: said([...theirs].toSorted()) }
  }
  const translated = (name: string, label: string, labelEn: string, content: Localized) => [
    { name: `${name}Fr`, label, theirs: content.fr ?? '' },
    { name: `${name}En`, label: labelEn, theirs: content.en ?? '' },
  ]
  const people = (name: string, label: string, theirs: readonly string[]) => ({ name, label, theirs: theirs.join('\n') })

  return (
    <EditConflict
      title={words.conflictTitle}
      values={values}
      fields={[
        ...translated('title', words.titleFr, words.titleEn, saved.title),
        chosen('type', words.type, saved.type, (type) => texts.types[type as ItemType]),
        chosen('legId', words.leg, saved.legId, among(legs)),
        { name: 'date', label: words.date, mine: typedDay(values, 'date', locale), theirs: formatDate(start.date, locale, 'short') },
        { name: 'start', label: words.start, theirs: saved.skippedStart ?? start.time },
        { name: 'end', label: words.end, theirs: end.time },
        {
          name: 'endDate',
          label: words.endDate,
          mine: typedDay(values, 'endDate', locale),
          theirs: end.date === start.date ? '' : formatDate(end.date, locale, 'short'),
        },
        chosen('venueId', words.venue, saved.venueId, among(choices.venues), words.noVenue),
        chosen('trackId', words.track, saved.trackId, among(choices.tracks), words.noTrack),
        chosen('vehicleId', texts.vehicles.vehicle, saved.vehicleId, among(choices.vehicles), texts.vehicles.noVehicle),
        ...(choices.mayChooseOrganiser ? [chosen('organiserId', words.organiser, saved.organiserId, among(choices.partners))] : []),
        chosen('state', words.state, saved.state, (state) => texts.states[state as ItemState]),
        chosen('audience', words.audience, saved.audience, (audience) => texts.audiences[audience as Audience]),
        several('organisationIds', words.organisations, saved.organisationIds, among(choices.partners)),
        several('memberIds', words.members, saved.memberIds, among(choices.members)),
        chosen('themeId', words.theme, saved.themeId, among(themes)),
        chosen('attendance', words.attendance, saved.attendance, (attendance) => texts.attendances[attendance as Attendance]),
        { name: 'capacity', label: words.capacity, theirs: saved.capacity === null ? '' : String(saved.capacity) },
        people('across', words.across, saved.across),
        people('speakers', words.speakers, saved.speakers),
        { name: 'languages', label: words.languages, theirs: saved.languages.join(', ') },
        { name: 'interpretersNeeded', label: words.interpretersNeeded, theirs: String(saved.interpretersNeeded) },
        people('interpreters', words.interpreters, saved.interpreters),
        ...translated('dressCode', words.dressCode, words.dressCodeEn, saved.dressCode),
        ...translated('briefing', words.briefing, words.briefingEn, saved.briefing),
        ...translated('planB', words.planB, words.planBEn, saved.planB),
      ]}
    />
  )
}
