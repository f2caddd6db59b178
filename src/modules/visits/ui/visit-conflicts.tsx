import { formatDate } from '#platform/pure/local-date-format.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EditConflict, typedDay, typedIn } from '#ui/edit-conflict.tsx'
import type { FieldValues } from '#ui/form-context.ts'
import { useLocale } from '#ui/locale.tsx'
import type { Option } from '#ui/select.tsx'
import type { Desk } from '../domain/desk.ts'
import type { InterpreterPlace, Seating } from '../domain/seating.ts'
import type { Visit } from '../domain/visit.ts'
import { visitTexts } from '../texts.ts'
import { receptionTexts } from '../texts/reception-texts.ts'
import { seatingTexts } from '../texts/seating-texts.ts'

/** What was typed beside what somebody else saved meanwhile. The form below carries the saved version's number. */
function ReceptionConflict({ values, fields }: Pick<Parameters<typeof EditConflict>[0], 'values' | 'fields'>) {
  const { conflict } = useCatalogue(receptionTexts)
  return <EditConflict title={conflict.title} values={values} fields={fields} />
}

export function VisitConflict({ saved, values, countries }: { saved: Visit; values: FieldValues; countries: readonly Option[] }) {
  const { visit: words } = useCatalogue(receptionTexts)
  const countryOf = (code: string) => countries.find(({ value }) => value === code)?.label ?? code
  return (
    <ReceptionConflict
      values={values}
      fields={[
        { name: 'visitor', label: words.visitor, theirs: saved.visitor },
        { name: 'city', label: words.city, theirs: saved.city },
        { name: 'country', label: words.country, mine: countryOf(typedIn(values, 'country')), theirs: countryOf(saved.country) },
        { name: 'headName', label: words.headName, theirs: saved.headName },
        { name: 'headCapacity', label: words.headCapacity, theirs: saved.headCapacity },
        { name: 'peopleCount', label: words.peopleCount, theirs: String(saved.peopleCount ?? '') },
      ]}
    />
  )
}

export function DeskConflict({ saved, values }: { saved: Desk; values: FieldValues }) {
  const { settings: words, form } = useCatalogue(visitTexts)
  return (
    <ReceptionConflict
      values={values}
      fields={[
        { name: 'slug', label: words.slug, theirs: saved.slug },
        { name: 'isOpen', label: words.isOpen, mine: words.openWords(Boolean(values.isOpen)), theirs: words.openWords(saved.isOpen) },
        { name: 'welcomeFr', label: words.welcomeIn(form.languages.fr), theirs: saved.welcome.fr ?? '' },
        { name: 'welcomeEn', label: words.welcomeIn(form.languages.en), theirs: saved.welcome.en ?? '' },
        { name: 'strongFrom', label: words.strongFrom, theirs: String(saved.strongFrom) },
      ]}
    />
  )
}

export function SeatingConflict({ saved, values }: { saved: Seating; values: FieldValues }) {
  const words = useCatalogue(seatingTexts)
  const locale = useLocale()
  return (
    <ReceptionConflict
      values={values}
      fields={[
        { name: 'titleFr', label: words.titleFr, theirs: saved.title.fr ?? '' },
        { name: 'titleEn', label: words.titleEn, theirs: saved.title.en ?? '' },
        {
          name: 'heldOn',
          label: words.heldOn,
          mine: typedDay(values, 'heldOn', locale),
          theirs: saved.heldOn ? formatDate(saved.heldOn, locale, 'short') : '',
        },
        {
          name: 'interpreters',
          label: words.interpreters,
          mine: words.interpreterPlaces[typedIn(values, 'interpreters') as InterpreterPlace] ?? '',
          theirs: words.interpreterPlaces[saved.interpreters],
        },
      ]}
    />
  )
}
