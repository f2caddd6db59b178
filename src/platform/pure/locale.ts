/** Languages the interface speaks, French first. Content may be in any BCP 47 language: see `localized.ts`. */
export const LOCALES = ['fr', 'en'] as const

export type Locale = (typeof LOCALES)[number]

export function isLocale(text: unknown): text is Locale {
  return LOCALES.some((locale) => locale === text)
}

/**
 * The interface language for an `Accept-Language` header (RFC 9110 §12.5.4): the best-weighted one
 * we speak, French when none matches. A weight of 0 means "not this one".
 */
export function localeForHeader(acceptLanguage: string | null | undefined): Locale {
  let best: Locale = 'fr'
  let bestWeight = 0
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [tag = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const language = tag === '*' ? 'fr' : tag.split('-')[0]
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    const weight = quality === undefined ? 1 : Number(quality.slice(2))
    if (isLocale(language) && weight > bestWeight) {
      best = language
      bestWeight = weight
    }
  }
  return best
}
