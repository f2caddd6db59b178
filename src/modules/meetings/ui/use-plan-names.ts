import { formatDate } from '#platform/pure/local-date-format.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { planTexts } from '../texts/plan-texts.ts'
import type { PlanNames } from './rule-words.ts'
import { type ItemTitles, useBlockedWords } from './use-blocked-words.ts'
import type { SlotInWords } from '../domain/shown-slots.ts'

/** The words for the ids of a plan, in the language of the page. */
export function usePlanNames(names: Readonly<Record<string, string>>, slots: readonly SlotInWords[], titles: ItemTitles): PlanNames {
  const locale = useLocale()
  const { sheets } = useCatalogue(planTexts)
  const { titleOf } = useBlockedWords(titles)
  const byId = new Map(slots.map((slot) => [slot.id, slot]))
  return {
    nameOf: (id) => names[id] ?? (titles[id] ? titleOf(id) : ''),
    slotWords: (id) => {
      const slot = byId.get(id)
      if (!slot) return ''
      const when = `${formatDate(slot.date, locale, 'short')} ${formatTime(slot.from, locale)}`
      return slot.city ? sheets.dayIn(when, pick(slot.city, locale).text) : when
    },
  }
}
