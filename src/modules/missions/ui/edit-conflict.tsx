import { formatDate } from '#platform/pure/local-date-format.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EditConflict, typedDay, typedIn } from '#ui/edit-conflict.tsx'
import type { FieldValues } from '#ui/form-context.ts'
import { useLocale } from '#ui/locale.tsx'
import { maxLegs } from '../domain/legs.ts'
import type { Mission } from '../domain/mission.ts'
import { missionTexts } from '../texts.ts'
import type { MissionChoices } from '../usecases/list-choices.ts'

type MissionConflictProps = { saved: Mission; values: FieldValues; countries: MissionChoices['countries'] }

/** Someone saved the mission since this form was opened: both versions side by side. */
export function MissionConflict({ saved, values, countries }: MissionConflictProps) {
  const texts = useCatalogue(missionTexts)
  const locale = useLocale()
  const { form } = texts
  const typed = (name: string) => typedIn(values, name)
  const typedLegs = Array.from({ length: maxLegs }, (_, index) => {
    const field = (name: string) => typed(`legs.${index}.${name}`)
    return [
      field('city'),
      field('country'),
      typedDay(values, `legs.${index}.from`, locale),
      typedDay(values, `legs.${index}.to`, locale),
      field('timeZone'),
    ]
  })
  const savedLegs = saved.legs.map(({ cityName, country, startsOn, endsOn, timeZone }) => [
    cityName.fr ?? cityName.en ?? '',
    countries.find(({ value }) => value === country)?.label ?? '',
    formatDate(startsOn, locale, 'short'),
    formatDate(endsOn, locale, 'short'),
    timeZone,
  ])
  const objectives = (language: 'fr' | 'en') =>
    saved.objectives
      .map((objective) => objective[language] ?? '')
      .join('\n')
      .trim()
  return (
    <EditConflict
      title={form.conflictTitle}
      values={values}
      fields={[
        { name: 'titleFr', label: form.titleFr, theirs: saved.title.fr ?? '' },
        { name: 'titleEn', label: form.titleEn, theirs: saved.title.en ?? '' },
        { name: 'kind', label: form.kind, mine: texts.kinds[typed('kind') as Mission['kind']] ?? '', theirs: texts.kinds[saved.kind] },
        { name: 'legs', label: form.legs, mine: onOneLine(typedLegs), theirs: onOneLine(savedLegs) },
        { name: 'objectivesFr', label: form.objectives, theirs: objectives('fr') },
        { name: 'purposeFr', label: form.purposeFr, theirs: saved.purpose.fr ?? '' },
        { name: 'objectivesEn', label: form.objectivesEn, theirs: objectives('en') },
        { name: 'purposeEn', label: form.purposeEn, theirs: saved.purpose.en ?? '' },
        { name: 'themes', label: form.themes, theirs: saved.themes.map((theme) => theme.label.fr ?? '').join(', ') },
      ]}
    />
  )
}

function onOneLine(legs: readonly (readonly string[])[]): string {
  return legs
    .map((leg) => leg.filter(Boolean).join(', '))
    .filter(Boolean)
    .join(' ; ')
}
