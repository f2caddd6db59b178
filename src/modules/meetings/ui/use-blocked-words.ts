import { type Localized, pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import type { BlockedCell } from '../domain/blocked.ts'
import { planTexts } from '../texts/plan-texts.ts'

export type ItemTitles = Readonly<Record<string, Localized>>

/** What the programme of the mission has somebody do, in the words of its items. */
export function useBlockedWords(titles: ItemTitles) {
  const { programme: words } = useCatalogue(planTexts)
  const locale = useLocale()
  const titleOf = (itemId: string | null) => {
    const title = titles[itemId ?? '']
    return title ? pick(title, locale).text : words.away
  }
  return {
    titleOf,
    cellWords: ({ itemIds, people, of }: Pick<BlockedCell, 'itemIds' | 'people' | 'of'>) =>
      words.taken(itemIds.map(titleOf), people < of ? { people, of } : null),
  }
}
