import type { LocalDate } from '#platform/pure/local-date.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'
import { type TimeZone, zoneName } from '#platform/pure/time-zone.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { planTexts } from '../texts/plan-texts.ts'

type NamedDay = { readonly date: LocalDate; readonly city: Localized | null; readonly zone: TimeZone }

/** A day in words: its date, and where the event is held in several cities, which one and on whose clocks. */
export function useDayName() {
  const { legs } = useCatalogue(planTexts)
  const locale = useLocale()
  return ({ date, city, zone }: NamedDay): string => {
    const day = formatDate(date, locale, 'full')
    return city ? legs.day(day, pick(city, locale).text, zoneName(zone, locale)) : day
  }
}
