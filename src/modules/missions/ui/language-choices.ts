import type { Locale } from '#platform/pure/locale.ts'

/** The languages of the interface, each named in itself. */
export const languageChoices = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
] as const satisfies readonly { value: Locale; label: string }[]
