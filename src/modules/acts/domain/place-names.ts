import type { FactText, PlaceName } from './facts.ts'

/**
 * How French says "in" a city. Only a name that carries its own article contracts: « au Havre », « aux Sables-d’Olonne »,
 * « à La Havane ». Countries and islands (« en Sicile ») cannot be guessed: give `at` yourself.
 */
export function atPlaceFr(name: string): string {
  if (/^Le /u.test(name)) return `au ${name.slice(3)}`
  if (/^Les /u.test(name)) return `aux ${name.slice(4)}`
  return `à ${name}`
}

/** Completes a city with its French and English locatives, keeping those already given. */
export function placeName(name: FactText, at: FactText = {}): PlaceName {
  const fr = at.fr ?? (name.fr === undefined ? undefined : atPlaceFr(name.fr))
  const en = at.en ?? (name.en === undefined ? undefined : `in ${name.en}`)
  return { name, at: { ...at, ...(fr === undefined ? {} : { fr }), ...(en === undefined ? {} : { en }) } }
}
