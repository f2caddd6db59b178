import type { Locale } from '#platform/pure/locale.ts'
import { pick } from '#platform/pure/localized.ts'
import type { FrozenItem } from './content.ts'

export type DetailField =
  | 'vehicle'
  | 'organiser'
  | 'across'
  | 'speakers'
  | 'languages'
  | 'interpreters'
  | 'dressCode'
  | 'briefing'
  | 'planB'

/** A pocket says nothing of interpreters, a public page of nobody but who organises. */
export type Detailed = Pick<FrozenItem, 'organiser' | 'languages'> & Partial<Pick<FrozenItem, DetailField>>

/** What is written of an item beside its hour and place, in the order one needs it. */
export function detailsOf(item: Detailed, locale: Locale): { readonly field: DetailField; readonly words: string }[] {
  const languageNames = new Intl.DisplayNames(locale, { type: 'language' })
  const all: { field: DetailField; words: string }[] = [
    { field: 'vehicle', words: item.vehicle?.name ?? '' },
    { field: 'organiser', words: item.organiser.name },
    { field: 'across', words: item.across?.join(' ; ') ?? '' },
    { field: 'speakers', words: item.speakers?.join(', ') ?? '' },
    { field: 'languages', words: item.languages.map((tag) => languageNames.of(tag) ?? tag).join(', ') },
    { field: 'interpreters', words: item.interpreters?.join(', ') ?? '' },
    { field: 'dressCode', words: pick(item.dressCode ?? {}, locale).text },
    { field: 'briefing', words: pick(item.briefing ?? {}, locale).text },
    { field: 'planB', words: pick(item.planB ?? {}, locale).text },
  ]
  return all.filter(({ words }) => words !== '')
}
