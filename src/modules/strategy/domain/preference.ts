import type { Work } from './coverage.ts'

type Weighed = { readonly id: string; readonly weight: number }

/** What the preferred themes and sectors add to a work. Naming others takes nothing away, and nothing is refused for weighing nothing. */
export function preferenceOf({ fieldIds }: Pick<Work, 'fieldIds'>, fields: readonly Weighed[]): number {
  return fields.reduce((sum, { id, weight }) => (fieldIds.includes(id) ? sum + weight : sum), 0)
}

/** Works in the order of preference, and none left out: what weighs the same keeps its order. */
export function byPreference<Any extends Pick<Work, 'fieldIds'>>(works: readonly Any[], fields: readonly Weighed[]): Any[] {
  return works.toSorted((one, other) => preferenceOf(other, fields) - preferenceOf(one, fields))
}

/** How many works each field is named by, and how many name themes of which none is preferred. */
export function countByField(
  works: readonly Pick<Work, 'fieldIds' | 'hasThemes'>[],
  fields: readonly Weighed[],
): { readonly counts: ReadonlyMap<string, number>; readonly others: number } {
  return {
    counts: new Map(fields.map(({ id }) => [id, works.filter(({ fieldIds }) => fieldIds.includes(id)).length])),
    others: works.filter(({ fieldIds, hasThemes }) => hasThemes && fieldIds.length === 0).length,
  }
}
