import { createContext, type ReactNode, useContext } from 'react'
import type { Locale } from '#platform/pure/locale.ts'
import { asFrenchIsSet } from './french-setting.ts'
import { type UiTexts, uiTexts } from './texts.ts'

const LocaleContext = createContext<Locale>('fr')

/** Gives the language of the interface to every component below; the root of the application mounts it once. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>
}

/** The language of the interface; French where no provider says otherwise. */
export function useLocale(): Locale {
  return useContext(LocaleContext)
}

/** The sentences of the design system in the language of the interface. */
export function useTexts(): UiTexts {
  const locale = useLocale()
  return locale === 'fr' ? asFrenchIsSet(uiTexts.fr) : uiTexts[locale]
}
