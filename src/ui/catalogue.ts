import type { Locale } from '#platform/pure/locale.ts'
import { asFrenchIsSet } from './french-setting.ts'
import { useLocale } from './locale.tsx'

/** A module's sentences in every language of the interface; French is the source, the others are checked against its type. */
export type Catalogue<Texts> = Readonly<Record<Locale, Texts>>

/** The sentences of a catalogue in the language of the interface. */
export function useCatalogue<Texts>(catalogue: Catalogue<Texts>): Texts {
  const locale = useLocale()
  return locale === 'fr' ? asFrenchIsSet(catalogue.fr) : catalogue[locale]
}
