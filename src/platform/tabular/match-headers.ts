import { foldAccents } from '../pure/text.ts'

export type HeaderNames = { readonly key: string; readonly names: readonly string[] }

type Candidate = { readonly key: string; readonly index: number; readonly likeness: number }

/** Pairs headers with the columns they name, the surest pairs first; each header and each column serves once. */
export function matchHeaders(headers: readonly string[], columns: readonly HeaderNames[]): Record<string, number> {
  const wanted = columns.map(({ key, names }) => ({ key, names: names.map(wordsOf) }))
  const candidates: Candidate[] = headers.flatMap((header, index) => {
    const words = wordsOf(header)
    return wanted.map(({ key, names }) => ({ key, index, likeness: Math.max(0, ...names.map((name) => likeness(words, name))) }))
  })
  const mapping: Record<string, number> = {}
  const taken = new Set<number>()
  for (const { key, index } of candidates.filter((candidate) => candidate.likeness > 0).sort((a, b) => b.likeness - a.likeness)) {
    if (key in mapping || taken.has(index)) continue
    mapping[key] = index
    taken.add(index)
  }
  return mapping
}

/** « Montant (€ TTC) » → montant, ttc. Words of a camelCase key are parted too. */
function wordsOf(text: string): string[] {
  return foldAccents(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(?:de|du|des|la|le|les|l|d|of|the|et|and)$/.test(word))
}

/**
 * 1 for the same letters (« E-mail » is « email »). Between 0 and 1 when the header says all of the name and more (« Nom de la
 * société » says « société »), by the share of its letters that the name explains. Otherwise 0: a header
 * that says less than the name (« Date » for « Date de naissance ») is left to the user.
 */
function likeness(header: readonly string[], name: readonly string[]): number {
  if (name.join('') === header.join('')) return header.length === 0 ? 0 : 1
  if (name.length === 0 || !name.every((word) => header.includes(word))) return 0
  const letters = (words: readonly string[]) => words.join('').length
  return letters(name) / letters(header)
}
