import { formatDate } from '#platform/pure/local-date-format.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import { useLocale } from '#ui/locale.tsx'
import type { PlanNames } from './rule-words.ts'
import { type ItemTitles, useBlockedWords } from './use-blocked-words.ts'
import type { ShownSlot } from './slot-boxes.tsx'

/** The words for the ids of a plan, in the language of the page. */
export function usePlanNames(names: Readonly<Record<string, string>>, slots: readonly ShownSlot[], titles: ItemTitles): PlanNames {
  const locale = useLocale()
  const { titleOf } = useBlockedWords(titles)
  const byId = new Map(slots.map((slot) => [slot.id, slot]))
  return {
    nameOf: (id) => names[id] ?? (titles[id] ? titleOf(id) : ''),
    slotWords: (id) => {
      const slot = byId.get(id)
      return slot ? `${formatDate(slot.date, locale, 'short')} ${formatTime(slot.from, locale)}` : ''
    },
  }
}
