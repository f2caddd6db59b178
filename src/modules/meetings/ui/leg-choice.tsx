import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Select } from '#ui/select.tsx'
import type { EventLeg } from '../domain/event.ts'
import { planTexts } from '../texts/plan-texts.ts'

/** In which city; not asked of an event that is in one. */
export function LegChoice({ legs }: { legs: readonly EventLeg[] }) {
  const { legs: words } = useCatalogue(planTexts)
  const locale = useLocale()
  if (legs.length < 2) return null
  return (
    <Select
      name="legId"
      label={words.city}
      placeholder={false}
      defaultValue={legs[0]?.id}
      options={legs.map(({ id, cityName }) => ({ value: id, label: pick(cityName, locale).text }))}
    />
  )
}
