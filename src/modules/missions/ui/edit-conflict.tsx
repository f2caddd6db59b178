import type { RefusedForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Diff } from '#ui/diff.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Mission } from '../domain/mission.ts'
import { missionTexts } from '../texts.ts'

/** Someone saved the mission since this form was opened: both versions side by side. The form below now carries the saved version's number. */
export function EditConflict({ saved, values }: { saved: Mission; values: RefusedForm['values'] }) {
  const texts = useCatalogue(missionTexts)
  const { form } = texts
  const typed = (name: string) => String(values[name] ?? '')
  const legLine = (city: string, from: string, to: string) => [city, from, to].filter(Boolean).join(' ')
  const savedLegs = saved.legs.map((leg) => legLine(leg.cityName.fr ?? leg.cityName.en ?? '', leg.startsOn, leg.endsOn)).join(' ; ')
  const typedLegs = Array.from({ length: 12 }, (_, index) =>
    legLine(typed(`legs.${index}.city`), typed(`legs.${index}.from`), typed(`legs.${index}.to`)),
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
