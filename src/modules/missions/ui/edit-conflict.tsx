import type { RefusedForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Diff } from '#ui/diff.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Locale } from '#platform/pure/locale.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { parseLocalDate } from '#platform/pure/local-date-reading.ts'
import type { Mission } from '../domain/mission.ts'
import { missionTexts } from '../texts.ts'

/** Someone saved the mission since this form was opened: both versions side by side. The form below now carries the saved version's number. */
export function EditConflict({ saved, values }: { saved: Mission; values: RefusedForm['values'] }) {
  const texts = useCatalogue(missionTexts)
  const { form } = texts
  const typed = (name: string) => String(values[name] ?? '')
  const locale = useLocale()
  const legLine = (city: string, from: string, to: string, zone: string) =>
    [city, asRead(from, locale), asRead(to, locale), zone].filter(Boolean).join(', ')
  const savedLegs = saved.legs
    .map((leg) => legLine(leg.cityName.fr ?? leg.cityName.en ?? '', leg.startsOn, leg.endsOn, leg.timeZone))
    .join(' ; ')
  const typedLegs = Array.from({ length: 12 }, (_, index) =>
    legLine(typed(`legs.${index}.city`), typed(`legs.${index}.from`), typed(`legs.${index}.to`), typed(`legs.${index}.timeZone`)),
  )
    .filter(Boolean)
    .join(' ; ')
  const lines = (pick: 'fr' | 'en') =>
    saved.objectives
      .map((objective) => objective[pick] ?? '')
      .join('\n')
      .trim()
  return (
    <Notice tone="warning" title={form.conflictTitle}>
      <p>{form.conflictLead}</p>
      <Diff
        caption={form.conflictCaption}
        fields={[
          { name: 'titleFr', label: form.titleFr, mine: typed('titleFr'), theirs: saved.title.fr ?? '' },
          { name: 'titleEn', label: form.titleEn, mine: typed('titleEn'), theirs: saved.title.en ?? '' },
          { name: 'kind', label: form.kind, mine: texts.kinds[typed('kind') as Mission['kind']] ?? '', theirs: texts.kinds[saved.kind] },
          { name: 'legs', label: form.legs, mine: typedLegs, theirs: savedLegs },
          { name: 'objectivesFr', label: form.objectives, mine: typed('objectivesFr').replaceAll('\r', '').trim(), theirs: lines('fr') },
          { name: 'purposeFr', label: form.purposeFr, mine: typed('purposeFr'), theirs: saved.purpose.fr ?? '' },
          {
            name: 'objectivesEn',
            label: form.objectivesEn,
            mine: typed('objectivesEn').replaceAll('\r', '').trim(),
            theirs: lines('en'),
          },
          { name: 'purposeEn', label: form.purposeEn, mine: typed('purposeEn'), theirs: saved.purpose.en ?? '' },
          {
            name: 'themes',
            label: form.themes,
            mine: typed('themes'),
            theirs: saved.themes.map((theme) => theme.label.fr ?? '').join(', '),
          },
        ]}
      />
    </Notice>
  )
}

/** A date as people read it; what is none stays as it was typed. */
function asRead(typed: string, locale: Locale): string {
  const date = parseLocalDate(typed)
  return date.ok ? formatDate(date.value, locale, 'short') : typed
}
