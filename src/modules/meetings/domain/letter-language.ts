import type { Locale } from '#platform/pure/locale.ts'

/** In which language one writes to somebody: that of the link they answer by, else one their company speaks. */
export function letterLanguage({
  linkLanguage,
  languages,
}: {
  readonly linkLanguage: Locale | null
  readonly languages: readonly string[]
}): Locale {
  return linkLanguage ?? (languages.length === 0 || languages.includes('fr') ? 'fr' : 'en')
}
