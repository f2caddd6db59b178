import type { Localized } from '#platform/pure/localized.ts'
import type { PlaceName } from './facts.ts'

/**
 * How French says "in" a city. Only a name that carries its own article contracts: « au Havre », « aux Sables-d’Olonne »,
 * « à La Havane ». Countries and islands (« en Sicile ») cannot be guessed: give `at` yourself.
 */
export function atPlaceFr(name: string): string {
  if (name.startsWith('Le ')) return `au ${name.slice(3)}`
  if (name.startsWith('Les ')) return `aux ${name.slice(4)}`
  return `à ${name}`
}

/** Completes a city with its French and English locatives, keeping those already given. */
export function placeName(name: Localized, at: Localized = {}): PlaceName {
  const fr = at.fr ?? (name.fr === undefined ? undefined : atPlaceFr(name.fr))
  const en = at.en ?? (name.en === undefined ? undefined : `in ${name.en}`)
  return { name, at: { ...at, ...(fr === undefined ? {} : { fr }), ...(en === undefined ? {} : { en }) } }
}
